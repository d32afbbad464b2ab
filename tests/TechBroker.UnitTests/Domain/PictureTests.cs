using System.Text;
using TechBroker.Domain.Pictures;

namespace TechBroker.UnitTests.DomainRules;

/// <summary>JPEG and WebP by their structure; PNG has its tests at the API, where the pixels are real.</summary>
internal sealed class PictureTests
{
    private static readonly byte[] Pixels = [0x11, 0xFF, 0x00, 0x22, 0xFF, 0xD3, 0x33];

    [Test]
    public void Jpeg_WithMetadata_KeepsPixelsProfileAndHowToTurnIt()
    {
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, .. Entry(0x010F, 5), .. Entry(0x0112, 6), 0, 0, 0, 0, .. "GPS 39.9N"u8];
        var clean = Clean(Jpeg(Segment(0xE1, exif), Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0secret"u8), Segment(0xFE, "secret"u8), Segment(0xE2, "ICC_PROFILE\0\u0001\u0001P3"u8), Segment(0xE2, "MPF\0secret"u8)));

        var text = Encoding.Latin1.GetString(clean.Content);
        Assert.Multiple(() =>
        {
            Assert.That((clean.Width, clean.Height), Is.EqualTo((480, 640)), "as it is shown, on its side");
            Assert.That(text, Does.Not.Contain("secret").And.Not.Contain("GPS").And.Not.Contain("xap"));
            Assert.That(text, Does.Contain("ICC_PROFILE\0").And.Contain(Encoding.Latin1.GetString(Pixels)));
            Assert.That(clean.Content[^2..], Is.EqualTo(new byte[] { 0xFF, 0xD9 }));
        });
        Assert.That(Clean(clean.Content).Content, Is.EqualTo(clean.Content), "what is clean stays as it is, and turned as it was");
    }

    [Test]
    public void Jpeg_WithSomethingBehindItsEnd_LosesIt() =>
        Assert.That(Encoding.Latin1.GetString(Clean([.. Jpeg(), .. "PK\u0003\u0004 a film"u8]).Content), Does.Not.Contain("film"));

    [Test]
    public void Jpeg_CutAnywhere_IsBrokenAndNeverMore()
    {
        var whole = Jpeg(Segment(0xE1, "Exif\0\0MM\0*\0\0\0\u0008"u8));
        for (var length = 4; length < whole.Length; length++)
        {
            Assert.That(CleanPicture.Of(whole[..length]).Error?.Code, Is.EqualTo("picture-broken"), $"{length} bytes");
        }
    }

    [Test]
    public void Anything_WithAByteChanged_IsReadToItsEndOrRefused()
    {
        foreach (var whole in new[] { Jpeg(Segment(0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, .. Entry(0x0112, 3)])), Webp(Vp8X(0x0C), Chunk("VP8 ", Lossy(640, 480)), Chunk("EXIF", "x"u8)) })
        {
            for (var at = 0; at < whole.Length; at++)
            {
                foreach (var value in (byte[])[0, 1, 0x7F, 0xFF])
                {
                    byte[] changed = [.. whole];
                    changed[at] = value;
                    Assert.That(() => CleanPicture.Of(changed), Throws.Nothing, $"{at}: {value}");
                }
            }
        }
    }

    [Test]
    public void Webp_Extended_KeepsPixelsAndLosesTheRest()
    {
        var clean = Clean(Webp(Vp8X(0x2C), Chunk("ICCP", "P3"u8), Chunk("VP8 ", Lossy(640, 480)), Chunk("EXIF", "secret"u8), Chunk("XMP ", "secret"u8), Chunk("ABCD", "secret"u8)));

        Assert.That((clean.Format, clean.Width, clean.Height), Is.EqualTo((PictureFormat.Webp, 640, 480)));
        Assert.That(Encoding.Latin1.GetString(clean.Content), Does.Not.Contain("secret").And.Contain("ICCP"));
        Assert.That(clean.Content[20], Is.EqualTo(0x20), "its head says what is still there");
        Assert.That(BitConverter.ToUInt32(clean.Content, 4), Is.EqualTo(clean.Content.Length - 8));
        Assert.That(Clean(clean.Content).Content, Is.EqualTo(clean.Content));
    }

    [Test]
    public void Webp_Simple_IsAccepted()
    {
        Assert.That(Clean(Webp(Chunk("VP8 ", Lossy(300, 400)))).Height, Is.EqualTo(400));
        Assert.That(Clean(Webp(Chunk("VP8L", [0x2F, 0x7F, 0xC2, 0x77, 0x00]))).Width, Is.EqualTo(640));
    }

    [Test]
    public void Webp_AnimatedOrContradictory_IsRefused()
    {
        Assert.That(CleanPicture.Of(Webp(Vp8X(0x02))).Error?.Code, Is.EqualTo("picture-animated"));
        Assert.That(CleanPicture.Of(Webp(Vp8X(0), Chunk("VP8 ", Lossy(640, 481)))).Error?.Code, Is.EqualTo("picture-broken"));
        Assert.That(CleanPicture.Of(Webp(Chunk("VP8 ", Lossy(640, 480)), Chunk("VP8 ", Lossy(640, 480)))).Error?.Code, Is.EqualTo("picture-broken"));
        Assert.That(CleanPicture.Of(Webp()).Error?.Code, Is.EqualTo("picture-broken"));
    }

    private static CleanPicture Clean(byte[] file)
    {
        var found = CleanPicture.Of(file);
        Assert.That(found.Error, Is.Null, found.Error?.Message.En);
        return found.Value!;
    }

    private static byte[] Jpeg(params byte[][] more) =>
    [
        0xFF, 0xD8, .. more.SelectMany(s => s), .. Segment(0xDB, new byte[65]), .. Segment(0xC0, [8, 0x01, 0xE0, 0x02, 0x80, 1, 1, 0x11, 0]),
        .. Segment(0xC4, new byte[20]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. Pixels, 0xFF, 0xD9,
    ];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Entry(int tag, byte value) => [(byte)tag, (byte)(tag >> 8), 3, 0, 1, 0, 0, 0, value, 0, 0, 0];

    private static byte[] Webp(params byte[][] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(c => c)];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }

    private static byte[] Chunk(string type, ReadOnlySpan<byte> data) => [.. Encoding.ASCII.GetBytes(type), .. BitConverter.GetBytes(data.Length), .. data, .. data.Length % 2 == 1 ? new byte[1] : []];

    private static byte[] Vp8X(byte flags) => Chunk("VP8X", [flags, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0]);

    private static byte[] Lossy(int width, int height) => [0x10, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8)];
}
