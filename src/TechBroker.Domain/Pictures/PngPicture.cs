using System.Buffers;
using System.Buffers.Binary;

namespace TechBroker.Domain.Pictures;

/// <summary>PNG (ISO/IEC 15948): a signature, then chunks of length, type, data and checksum.</summary>
internal static class PngPicture
{
    private const int Frame = 12;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // What the pixels need. Texts, times and EXIF go, and with acTL and fdAT the frames of an animation: its still picture stays.
    private static readonly HashSet<string> Kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs"];

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>What follows the last chunk is left behind.</summary>
    public static Outcome<CleanPicture> Clean(ReadOnlySpan<byte> file)
    {
        var clean = new ArrayBufferWriter<byte>(file.Length);
        clean.Write(Signature);
        var (width, height, hasPixels) = (0, 0, false);
        for (var at = Signature.Length; at + Frame <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - Frame)
            {
                return PictureErrors.Broken();
            }

            var chunk = file.Slice(at, Frame + (int)length);
            var type = System.Text.Encoding.Latin1.GetString(chunk[4..8]);
            if (Crc32.Of(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) || (width == 0) != (type == "IHDR"))
            {
                return PictureErrors.Broken();
            }

            if (type == "IHDR")
            {
                (width, height) = length == 13 ? (Size(chunk[8..]), Size(chunk[12..])) : (0, 0);
                if (width <= 0 || height <= 0)
                {
                    return PictureErrors.Broken();
                }
            }

            // A capital first letter: without that chunk, which nobody knows, the picture cannot be shown.
            if (!Kept.Contains(type) && char.IsAsciiLetterUpper(type[0]))
            {
                return PictureErrors.Broken();
            }

            if (Kept.Contains(type))
            {
                clean.Write(chunk);
            }

            hasPixels |= type == "IDAT";
            if (type == "IEND")
            {
                return hasPixels ? new CleanPicture(PictureFormat.Png, width, height, clean.WrittenSpan.ToArray()) : PictureErrors.Broken();
            }

            at += chunk.Length;
        }

        return PictureErrors.Broken();
    }

    private static int Size(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);
}
