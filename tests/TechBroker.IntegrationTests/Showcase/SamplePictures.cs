using System.Buffers.Binary;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using TechBroker.Domain.Pictures;

namespace TechBroker.IntegrationTests.Showcase;

/// <summary>Small pictures that a browser can show.</summary>
internal static class SamplePictures
{
    /// <summary>Grey, each of another grey, with whatever more chunks before its pixels.</summary>
    public static byte[] Png(int width = 640, int height = 480, params (string Type, string Text)[] more)
    {
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + width];
            row.AsSpan(1).Fill((byte)Random.Shared.Next(256));
            for (var y = 0; y < height; y++)
            {
                packed.Write(row);
            }
        }

        var size = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        size[8] = 8;
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", size), .. more.SelectMany(m => Chunk(m.Type, Encoding.UTF8.GetBytes(m.Text))),
            .. Chunk("tEXt", Encoding.UTF8.GetBytes($"Id\0{Guid.NewGuid()}")), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", []),
        ];
    }

    public static ByteArrayContent Body(byte[] picture, string type = "image/png") => new(picture) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data];
        var numbers = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(numbers, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(numbers.AsSpan(4), Crc32.Of(content));
        return [.. numbers[..4], .. content, .. numbers[4..]];
    }
}
