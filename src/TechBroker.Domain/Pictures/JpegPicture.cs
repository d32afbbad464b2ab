using System.Buffers;
using System.Buffers.Binary;

namespace TechBroker.Domain.Pictures;

/// <summary>JPEG (ISO/IEC 10918-1): segments that begin with a marker, and scans of pixels between them.</summary>
internal static class JpegPicture
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Huffman = 0xC4, Quantization = 0xDB, Restart = 0xDD, Jfif = 0xE0, Exif = 0xE1, Profile = 0xE2, Adobe = 0xEE;

    // APP0 and APP14 without what may hang on them, a small second picture for example.
    private const int PlainJfif = 16, PlainAdobe = 14;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, Start, 0xFF]);

    /// <summary>What follows the end is left behind: phones put a short film or the picture before the effects there.</summary>
    public static Outcome<CleanPicture> Clean(ReadOnlySpan<byte> file)
    {
        var kept = new ArrayBufferWriter<byte>(file.Length);
        var (width, height, turned, hasPixels) = (0, 0, 1, false);
        for (var at = 2; at < file.Length - 1;)
        {
            var marker = file[at + 1];
            if (file[at] != 0xFF)
            {
                return PictureErrors.Broken();
            }

            if (marker == 0xFF)
            {
                // Filling.
                at++;
                continue;
            }

            if (marker == End)
            {
                return hasPixels && width > 0 && height > 0 ? Written(kept, width, height, turned) : PictureErrors.Broken();
            }

            var length = at + 4 <= file.Length ? BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) : 0;
            if (length < 2 || at + 2 + length > file.Length || !IsKnown(marker))
            {
                return PictureErrors.Broken();
            }

            var segment = file.Slice(at, 2 + length);
            var data = segment[4..];
            at += segment.Length;
            if (IsFrame(marker))
            {
                if (data.Length < 6 || width > 0)
                {
                    return PictureErrors.Broken();
                }

                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(data[1..]), BinaryPrimitives.ReadUInt16BigEndian(data[3..]));
            }

            turned = marker == Exif && ExifOrientation.Read(data) is { } orientation ? orientation : turned;
            if (IsKept(marker, data))
            {
                kept.Write(segment);
            }

            if (marker == Scan)
            {
                var pixels = PixelsOf(file[at..]);
                kept.Write(pixels);
                at += pixels.Length;
                hasPixels = true;
            }
        }

        return PictureErrors.Broken();
    }

    private static CleanPicture Written(ArrayBufferWriter<byte> kept, int width, int height, int turned)
    {
        byte[] orientation = turned > 1 ? ExifOrientation.Write(turned) : [];
        byte[] content = [0xFF, Start, .. orientation, .. kept.WrittenSpan, 0xFF, End];
        return ExifOrientation.SwapsSides(turned) ? new(PictureFormat.Jpeg, height, width, content) : new(PictureFormat.Jpeg, width, height, content);
    }

    // Baseline, extended and progressive: what browsers show.
    private static bool IsFrame(byte marker) => marker is 0xC0 or 0xC1 or 0xC2;

    private static bool IsKnown(byte marker) => IsFrame(marker) || marker is Huffman or Quantization or Restart or Scan or (>= 0xE0 and <= 0xEF) or 0xFE;

    private static bool IsKept(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        Jfif => data.StartsWith("JFIF\0"u8) && data.Length + 2 == PlainJfif,
        Adobe => data.StartsWith("Adobe"u8) && data.Length + 2 == PlainAdobe,
        Profile => data.StartsWith("ICC_PROFILE\0"u8),
        _ => IsFrame(marker) || marker is Huffman or Quantization or Restart or Scan,
    };

    // To the next marker that is neither a stuffed byte nor a restart.
    private static ReadOnlySpan<byte> PixelsOf(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i + 1 < rest.Length; i++)
        {
            if (rest[i] == 0xFF && rest[i + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return rest[..i];
            }
        }

        return rest;
    }
}
