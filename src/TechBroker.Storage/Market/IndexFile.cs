using System.Security.Cryptography;
using TechBroker.Matching;
using TechBroker.Storage.Backup;

namespace TechBroker.Storage.Market;

/// <summary>
/// The index on disk, so that a process with a large market need not analyse all its texts at every start. It holds what the database holds,
/// hidden needs too, so only the program's user can read it; it can be deleted at any time. What it says of the market counts only as far as
/// the database agrees, see <see cref="MarketFeed"/>.
/// </summary>
public sealed class IndexFile(string dataDirectory)
{
    /// <summary>Raised with the layout; the bytes within have a kind of their own.</summary>
    private const string Format = "TechBroker index 1";

    private const int HashLength = 32, BufferSize = 1024 * 1024;

    private readonly string folder = System.IO.Path.Combine(dataDirectory, "index");

    public string Path => System.IO.Path.Combine(folder, "market.index");

    public bool Exists => File.Exists(Path);

    public void Delete()
    {
        if (Exists)
        {
            File.Delete(Path);
        }
    }

    /// <summary>Loads the index from the file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or was written by another build or with other parameters; the message says which.</exception>
    public IndexMoment Read(MarketIndex index)
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.SequentialScan);
        CheckHash(file);
        file.Position = 0;
        using var reader = new BinaryReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
        if (reader.ReadString() != Format || reader.ReadString() != index.SnapshotKind)
        {
            throw new InvalidDataException("it was written by another build of the program or with other parameters");
        }

        var moment = new IndexMoment(reader.ReadInt64(), new Guid(reader.ReadBytes(16)), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero));
        index.Load(file.ReadExactly);
        return moment;
    }

    /// <summary>Writes beside the file and puts the whole in its place: whoever reads sees the old one or the new one.</summary>
    public void Write(MarketIndex index, IndexMoment moment)
    {
        PrivateFolder.Create(folder);
        foreach (var left in Directory.GetFiles(folder, "*.new").Where(left => File.GetLastWriteTimeUtc(left) < DateTime.UtcNow.AddHours(-1)))
        {
            File.Delete(left);
        }

        var partial = System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}.new");
        try
        {
            using (var file = PrivateFile.Create(partial))
            using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            using (var buffered = new BufferedStream(file, BufferSize))
            {
                void Put(ReadOnlySpan<byte> bytes)
                {
                    hash.AppendData(bytes);
                    buffered.Write(bytes);
                }

                Put(HeaderOf(index, moment));
                index.Save(Put);
                buffered.Write(hash.GetHashAndReset());
                buffered.Flush();
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, Path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static byte[] HeaderOf(MarketIndex index, IndexMoment moment)
    {
        using var header = new MemoryStream();
        using (var writer = new BinaryWriter(header))
        {
            writer.Write(Format);
            writer.Write(index.SnapshotKind);
            writer.Write(moment.Seq);
            writer.Write(moment.ItemId.ToByteArray());
            writer.Write(moment.At.UtcTicks);
        }

        return header.ToArray();
    }

    private static void CheckHash(FileStream file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, left) = (new byte[BufferSize], file.Length - HashLength);
        for (int read; left > 0 && (read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length))) > 0; left -= read)
        {
            hash.AppendData(buffer, 0, read);
        }

        var written = new byte[HashLength];
        if (left != 0 || file.ReadAtLeast(written, HashLength, throwOnEndOfStream: false) != HashLength || !hash.GetHashAndReset().AsSpan().SequenceEqual(written))
        {
            throw new InvalidDataException("it is not as it was written");
        }
    }
}
