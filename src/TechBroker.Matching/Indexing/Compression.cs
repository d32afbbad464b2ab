using System.Buffers.Binary;
#pragma warning disable RS0030 // This part of System.IO works in memory alone.
using System.IO.Compression;

namespace TechBroker.Matching.Indexing;

/// <summary>Brotli, because it knows common Chinese and English from a dictionary of its own, so that even one short text shrinks.</summary>
internal static class Compression
{
    // A higher quality takes ten times as long for a twentieth less.
    private const int Quality = 5;
    private const int Window = 16;

    public static byte[] Compress(ReadOnlySpan<byte> raw)
    {
        var packed = new byte[4 + BrotliEncoder.GetMaxCompressedLength(raw.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(packed, raw.Length);
        return BrotliEncoder.TryCompress(raw, packed.AsSpan(4), out var length, Quality, Window)
            ? packed[..(4 + length)]
            : throw new InvalidOperationException("A text could not be compressed.");
    }

    /// <exception cref="FormatException">These are not bytes of <see cref="Compress"/>.</exception>
    public static byte[] Decompress(ReadOnlySpan<byte> packed)
    {
        var raw = new byte[BinaryPrimitives.ReadInt32LittleEndian(packed)];
        return BrotliDecoder.TryDecompress(packed[4..], raw, out var length) && length == raw.Length
            ? raw
            : throw new FormatException("A compressed text is damaged.");
    }
}
