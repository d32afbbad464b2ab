using System.Buffers.Binary;

namespace TechBroker.Domain.Pictures;

/// <summary>How a photo is to be turned: the one thing of EXIF without which it would lie on its side.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112, Short = 3;
    private const int Entry = 12;

    private static ReadOnlySpan<byte> Name => "Exif\0\0"u8;

    /// <param name="data">Of an APP1 segment, after its length.</param>
    /// <returns>2 to 8; null where there is none, where it is upright, or where it cannot be read.</returns>
    public static int? Read(ReadOnlySpan<byte> data)
    {
        if (!data.StartsWith(Name))
        {
            return null;
        }

        var tiff = data[Name.Length..];
        var little = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || (!little && !tiff.StartsWith("MM\0*"u8)))
        {
            return null;
        }

        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
        {
            return null;
        }

        var entries = tiff[(int)first..];
        var count = Number(entries, little);
        for (var i = 0; i < count && 2 + (i + 1) * Entry <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + i * Entry, Entry);
            if (Number(entry, little) == Tag)
            {
                return Number(entry[2..], little) == Short && Number(entry[8..], little) is >= 2 and <= 8 and var orientation ? orientation : null;
            }
        }

        return null;
    }

    /// <summary>An APP1 segment that says nothing else.</summary>
    public static byte[] Write(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. Name, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, (byte)Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    public static bool SwapsSides(int orientation) => orientation >= 5;

    private static int Number(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
