using System.Buffers;
using System.Buffers.Binary;

namespace TechBroker.Domain.Pictures;

/// <summary>WebP (RFC 9649): a RIFF file of chunks, in the simple form one, in the extended form a head, perhaps a profile and transparency, and one.</summary>
internal static class WebpPicture
{
    private const int Head = 12, ChunkHead = 8;
    private const byte HasProfile = 0x20, HasAlpha = 0x10, IsAnimated = 0x02;

    public static bool Is(ReadOnlySpan<byte> file) => file.Length >= Head && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    /// <summary>EXIF, XMP and chunks that nobody knows are left behind, and so is what follows the end.</summary>
    public static Outcome<CleanPicture> Clean(ReadOnlySpan<byte> file)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (size > file.Length - ChunkHead)
        {
            return PictureErrors.Broken();
        }

        var clean = new ArrayBufferWriter<byte>(file.Length);
        clean.Write(file[..Head]);
        var (canvas, pixels) = (((int, int)?)null, ((int, int)?)null);
        for (var at = Head; at + ChunkHead <= ChunkHead + size;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var padded = (long)length + (length & 1);
            if (at + ChunkHead + padded > ChunkHead + size)
            {
                return PictureErrors.Broken();
            }

            var chunk = file.Slice(at, ChunkHead + (int)padded).ToArray();
            var data = chunk.AsSpan(ChunkHead, (int)length);
            at += chunk.Length;
            switch (System.Text.Encoding.Latin1.GetString(chunk, 0, 4))
            {
                case "VP8X" when canvas is null && pixels is null && data.Length >= 10:
                    if ((data[0] & IsAnimated) != 0)
                    {
                        return PictureErrors.Animated();
                    }

                    canvas = (Size24(data[4..]), Size24(data[7..]));
                    data[0] &= HasProfile | HasAlpha;
                    break;
                case "VP8 " when pixels is null && Lossy(data) is { } lossy:
                    pixels = lossy;
                    break;
                case "VP8L" when pixels is null && Lossless(data) is { } lossless:
                    pixels = lossless;
                    break;
                case "ICCP" or "ALPH" when canvas is not null:
                    break;
                case "VP8X" or "VP8 " or "VP8L":
                    return PictureErrors.Broken();
                default:
                    continue;
            }

            clean.Write(chunk);
        }

        if (pixels is not var (width, height) || (canvas is not null && canvas != pixels))
        {
            return PictureErrors.Broken();
        }

        var content = clean.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(4), (uint)(content.Length - ChunkHead));
        return new CleanPicture(PictureFormat.Webp, width, height, content);
    }

    private static int Size24(ReadOnlySpan<byte> bytes) => 1 + (bytes[0] | (bytes[1] << 8) | (bytes[2] << 16));

    private static (int, int)? Lossy(ReadOnlySpan<byte> data) => data.Length >= 10 && data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
        ? (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
        : null;

    private static (int, int)? Lossless(ReadOnlySpan<byte> data)
    {
        if (data.Length < 5 || data[0] != 0x2F)
        {
            return null;
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }
}
