using System.Buffers.Binary;
using System.Runtime.InteropServices;
using TechBroker.Matching.Quantities;

namespace TechBroker.Matching.Indexing;

/// <summary>Reads what <see cref="SnapshotWriting"/> wrote. The bytes are those that were written: whoever stores them sees to that.</summary>
internal sealed class SnapshotReading(GiveBytes give, Func<MarketItem, bool, Measure[], Facts> factsOf)
{
    private byte[] block = new byte[4096];

    public MarketState Read() => new(Side(), Side(), Side(), Side());

    private SideIndex Side()
    {
        var segments = new List<Segment>();
        while (Segment() is { } segment)
        {
            segments.Add(segment);
        }

        return SideIndex.Of(segments);
    }

    private Segment? Segment()
    {
        var documents = new Document[Count()];
        for (var slot = 0; slot < documents.Length; slot++)
        {
            documents[slot] = Document();
        }

        return documents.Length == 0 ? null : new Segment(documents, Lists(), Lists(), Lists());
    }

    private Document Document()
    {
        var length = Count();
        if (length > block.Length)
        {
            block = new byte[2 * length];
        }

        give(block.AsSpan(0, length));
        var reader = new ByteReader(block.AsSpan(0, length));
        var size = reader.Number();
        var scale = reader.Double();
        var hasText = reader.Byte() != 0;
        var packed = reader.Bytes(size).ToArray();
        var item = ItemPacking.Unpack(packed, withTexts: false);
        return new Document(packed, item.Id, item.Revision, item.Side, item.Matched, scale, factsOf(item, hasText, MeasureCode.Read(ref reader)));
    }

    private TermLists Lists()
    {
        var (terms, bytes) = (Count(), Count());
        var lists = (Terms: new ulong[terms], Ends: new int[terms], Bytes: new byte[bytes]);
        give(MemoryMarshal.AsBytes(lists.Terms.AsSpan()));
        give(MemoryMarshal.AsBytes(lists.Ends.AsSpan()));
        give(lists.Bytes);
        return terms == 0 ? TermLists.None : new TermLists(lists.Terms, lists.Ends, lists.Bytes);
    }

    private int Count()
    {
        Span<byte> bytes = stackalloc byte[4];
        give(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }
}
