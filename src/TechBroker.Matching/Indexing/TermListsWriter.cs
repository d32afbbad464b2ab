using System.Buffers;

namespace TechBroker.Matching.Indexing;

/// <summary>Collects posting lists in the order of their terms.</summary>
internal sealed class TermListsWriter
{
    private readonly List<ulong> terms = [];
    private readonly List<int> ends = [];
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <param name="term">Larger than the one before.</param>
    /// <param name="items">As <see cref="PostingCode.Write"/> takes them.</param>
    public void Add(ulong term, ReadOnlySpan<uint> items)
    {
        PostingCode.Write(items, bytes);
        terms.Add(term);
        ends.Add(bytes.WrittenCount);
    }

    public TermLists Take() => terms.Count == 0 ? TermLists.None : new TermLists([.. terms], [.. ends], bytes.WrittenSpan.ToArray());
}
