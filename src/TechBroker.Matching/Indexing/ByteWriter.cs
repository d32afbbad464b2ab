using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace TechBroker.Matching.Indexing;

/// <summary>Values as bytes, in memory; the same on every machine.</summary>
internal sealed class ByteWriter
{
    private byte[] bytes = new byte[1024];
    private int length;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public void Clear() => length = 0;

    public void Byte(byte value) => Next(1)[0] = value;

    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Next(8), value);

    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Next(8), value);

    public void Id(Guid value) => value.TryWriteBytes(Next(16));

    /// <summary>0 or more; small ones take one byte.</summary>
    public void Number(int value)
    {
        for (; value >= 128; value >>= 7)
        {
            Byte((byte)(value | 128));
        }

        Byte((byte)value);
    }

    public void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Next(value.Length));

    /// <summary>UTF-8 where that gives every character back; UTF-16 for texts with half a character, which UTF-8 cannot say.</summary>
    public void Text(string value)
    {
        var half = HasHalf(value);
        var size = half ? value.Length * 2 : Encoding.UTF8.GetByteCount(value);
        Number((size << 1) | (half ? 1 : 0));
        if (half)
        {
            Bytes(MemoryMarshal.AsBytes(value.AsSpan()));
        }
        else
        {
            Encoding.UTF8.GetBytes(value, Next(size));
        }
    }

    public void Texts(IReadOnlyList<string> values)
    {
        Number(values.Count);
        foreach (var value in values)
        {
            Text(value);
        }
    }

    private static bool HasHalf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private Span<byte> Next(int count)
    {
        if (length + count > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(length + count, 2 * bytes.Length));
        }

        length += count;
        return bytes.AsSpan(length - count, count);
    }
}
