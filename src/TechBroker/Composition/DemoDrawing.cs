using System.Buffers.Binary;
using System.IO.Compression;
using TechBroker.Domain.Pictures;

namespace TechBroker.Composition;

/// <summary>A picture of plain shapes with soft edges, for the demo's first releases: nobody's photo, and no file in the repository.</summary>
internal sealed class DemoDrawing
{
    public const int Width = 960, Height = 640;

    private readonly float[] pixels = new float[Width * Height * 3];

    /// <summary>Begins with a slope from one colour at the top to another at the bottom.</summary>
    public DemoDrawing(int top, int bottom)
    {
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                Blend(x, y, top, 1);
                Blend(x, y, bottom, (y + x * 0.25f) / (Height + Width * 0.25f));
            }
        }
    }

    public DemoDrawing Disc(float x, float y, float r, int colour, float alpha = 1) =>
        Paint(x - r, y - r, x + r, y + r, colour, alpha, (px, py) => MathF.Sqrt(Square(px - x) + Square(py - y)) - r);

    public DemoDrawing Ring(float x, float y, float r, float width, int colour, float alpha = 1) =>
        Paint(x - r - width, y - r - width, x + r + width, y + r + width, colour, alpha, (px, py) => MathF.Abs(MathF.Sqrt(Square(px - x) + Square(py - y)) - r) - width / 2);

    /// <summary>A band with round ends.</summary>
    public DemoDrawing Line(float x1, float y1, float x2, float y2, float width, int colour, float alpha = 1)
    {
        var (dx, dy, r) = (x2 - x1, y2 - y1, width / 2);
        var length = Square(dx) + Square(dy);
        return Paint(MathF.Min(x1, x2) - r, MathF.Min(y1, y2) - r, MathF.Max(x1, x2) + r, MathF.Max(y1, y2) + r, colour, alpha, (px, py) =>
        {
            var along = Math.Clamp(((px - x1) * dx + (py - y1) * dy) / length, 0, 1);
            return MathF.Sqrt(Square(px - x1 - along * dx) + Square(py - y1 - along * dy)) - r;
        });
    }

    /// <summary>A box with round corners, by its left upper corner.</summary>
    public DemoDrawing Box(float x, float y, float width, float height, float round, int colour, float alpha = 1)
    {
        // What is inside lies a pixel's half deep at least, or else it would count as edge.
        round = MathF.Max(round, 0.5f);
        var (cx, cy, hx, hy) = (x + width / 2, y + height / 2, width / 2 - round, height / 2 - round);
        return Paint(x, y, x + width, y + height, colour, alpha, (px, py) =>
        {
            var (ox, oy) = (MathF.Max(MathF.Abs(px - cx) - hx, 0), MathF.Max(MathF.Abs(py - cy) - hy, 0));
            return MathF.Sqrt(Square(ox) + Square(oy)) - round;
        });
    }

    public byte[] Png()
    {
        using var raw = new MemoryStream();
        using (var packed = new ZLibStream(raw, CompressionLevel.Optimal, leaveOpen: true))
        {
            var (above, row) = (new byte[Width * 3], new byte[Width * 3]);
            for (var y = 0; y < Height; y++)
            {
                // Filter 2, the difference from the row above: little is left of a slope.
                packed.WriteByte(2);
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] = (byte)Math.Clamp((int)(pixels[y * row.Length + i] + 0.5f), 0, 255);
                    packed.WriteByte((byte)(row[i] - above[i]));
                }

                (above, row) = (row, above);
            }
        }

        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var size = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(size, Width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), Height);
        (size[8], size[9]) = (8, 2);
        Chunk(png, "IHDR"u8, size);
        Chunk(png, "IDAT"u8, raw.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, byte[] data)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] content = [.. type, .. data];
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(content));
        png.Write(number);
    }

    // Distance: below zero inside, in pixels.
    private DemoDrawing Paint(float left, float top, float right, float bottom, int colour, float alpha, Func<float, float, float> distance)
    {
        for (var y = Math.Max(0, (int)top - 1); y < Math.Min(Height, bottom + 2); y++)
        {
            for (var x = Math.Max(0, (int)left - 1); x < Math.Min(Width, right + 2); x++)
            {
                var cover = Math.Clamp(0.5f - distance(x + 0.5f, y + 0.5f), 0, 1);
                if (cover > 0)
                {
                    Blend(x, y, colour, alpha * cover);
                }
            }
        }

        return this;
    }

    private void Blend(int x, int y, int colour, float alpha)
    {
        var at = (y * Width + x) * 3;
        for (var i = 0; i < 3; i++)
        {
            var part = (colour >> (16 - 8 * i)) & 0xFF;
            pixels[at + i] += (part - pixels[at + i]) * alpha;
        }
    }

    private static float Square(float value) => value * value;
}
