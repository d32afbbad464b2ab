using System.Buffers;
using System.IO.Compression;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Reading;

/// <summary>
/// Unpacks every entry of an archive into nothing before any of it is parsed, counting. The sizes that the archive itself states
/// are not asked: whoever builds a bomb writes them.
/// </summary>
internal static class ZipGuard
{
    // Below this a ratio says nothing: a short file of spaces is harmless.
    private const long RatioCounts = 4 * 1024 * 1024;

    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static MarketError? Check(ZipArchive archive, ImportLimits limits, CancellationToken ct)
    {
        if (archive.Entries.Count > limits.ZipEntries)
        {
            return FileFailures.ZipBomb();
        }

        long total = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                long inflated = 0;
                int read;
                while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
                {
                    ct.ThrowIfCancellationRequested();
                    inflated += read;
                    total += read;
                    if (total > limits.InflatedBytes || (inflated > RatioCounts && inflated > entry.CompressedLength * limits.ZipRatio))
                    {
                        return FileFailures.ZipBomb();
                    }
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return null;
    }
}
