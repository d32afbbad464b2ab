using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace TechBroker.Matching.Indexing;

/// <summary>Reads what <see cref="ByteWriter"/> wrote, in the same order. Other bytes throw, one exception or another.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly ReadOnlySpan<byte> Rest => rest;

    public byte Byte() => Bytes(1)[0];

    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Bytes(8));

    public Guid Id() => new(Bytes(16));

    public int Number()
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Byte();
            number |= (part & 127) << shift;
            if (part < 128)
            {
                return number;
            }
        }
    }

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var read = rest[..count];
        rest = rest[count..];
        return read;
    }

    public string Text()
    {
        var head = Number();
        var bytes = Bytes(head >> 1);
        return (head & 1) == 0 ? Encoding.UTF8.GetString(bytes) : new string(MemoryMarshal.Cast<byte, char>(bytes));
    }

    public string[] Texts()
    {
        var texts = new string[Number()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }
}
