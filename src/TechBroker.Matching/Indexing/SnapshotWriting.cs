using System.Runtime.InteropServices;

namespace TechBroker.Matching.Indexing;

/// <summary>Writes a market's state as bytes: what is there, and nothing of what has gone. Numbers are little-endian.</summary>
internal sealed class SnapshotWriting(TakeBytes take)
{
    private readonly ByteWriter buffer = new();

    public void Write(MarketState state)
    {
        foreach (var side in new[] { state.Listings, state.OpenNeeds, state.HiddenNeeds, state.Notices })
        {
            foreach (var segment in side.Compacted())
            {
                Write(segment);
            }

            Count(0);
        }
    }

    private void Write(Segment segment)
    {
        Count(segment.Documents.Length);
        foreach (var document in segment.Documents)
        {
            buffer.Clear();
            var bytes = document.Bytes;
            buffer.Number(bytes.Length);
            buffer.Double(document.Scale);
            buffer.Byte(document.Facts.HasText ? (byte)1 : (byte)0);
            buffer.Bytes(bytes);
            MeasureCode.Write(document.Facts.Measures, buffer);
            Block();
        }

        Write(segment.Own);
        Write(segment.Cross);
        Write(segment.Roots);
    }

    private void Write(TermLists lists)
    {
        Count(lists.Terms.Length);
        Count(lists.Bytes.Length);
        take(MemoryMarshal.AsBytes(lists.Terms.AsSpan()));
        take(MemoryMarshal.AsBytes(lists.Ends.AsSpan()));
        take(lists.Bytes);
    }

    private void Block()
    {
        Count(buffer.Written.Length);
        take(buffer.Written);
    }

    private void Count(int count)
    {
        Span<byte> bytes = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(bytes, count);
        take(bytes);
    }
}
