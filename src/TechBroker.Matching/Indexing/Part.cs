using System.Numerics;

namespace TechBroker.Matching.Indexing;

/// <summary>A segment and what has been removed from it since it was made, as a value.</summary>
internal sealed class Part
{
    private readonly ulong[] removed;
    private readonly TermCounts removedTerms;
    private readonly int removedCount;

    public Part(Segment segment)
        : this(segment, [], TermCounts.None, 0)
    {
    }

    private Part(Segment segment, ulong[] removed, TermCounts removedTerms, int removedCount) =>
        (Segment, this.removed, this.removedTerms, this.removedCount) = (segment, removed, removedTerms, removedCount);

    public Segment Segment { get; }

    public int Slots => Segment.Documents.Length;

    /// <summary>Items that are still there.</summary>
    public int Count => Slots - removedCount;

    public bool IsRemoved(int slot) => removed.Length > 0 && (removed[slot >> 6] & (1UL << (slot & 63))) != 0;

    public IEnumerable<Document> Living() => Segment.Documents.Where((_, slot) => !IsRemoved(slot));

    /// <returns>-1 where the item is unknown or has gone.</returns>
    public int SlotOf(Guid id) => Segment.SlotOf(id) is >= 0 and var slot && !IsRemoved(slot) ? slot : -1;

    /// <summary>How many items hold the term themselves.</summary>
    public int CountOf(ulong term)
    {
        var list = Segment.Own.Find(term);
        return list.IsEmpty ? 0 : PostingCode.Count(list) - (removedTerms.IsEmpty ? 0 : removedTerms.Of(term));
    }

    /// <summary>Who has a field under the root, in no order.</summary>
    public int[] SlotsWithRoot(ulong root)
    {
        var list = Segment.Roots.Find(root);
        return list.IsEmpty ? [] : Array.FindAll(PostingCode.Slots(list), slot => !IsRemoved(slot));
    }

    /// <summary>Without one item, whose own terms are given: at once nothing counts it any more.</summary>
    public Part Without(int slot, ulong[] terms)
    {
        var bits = new ulong[(Slots + 63) / 64];
        removed.CopyTo(bits, 0);
        bits[slot >> 6] |= 1UL << (slot & 63);
        return new Part(Segment, bits, removedTerms.With(terms), removedCount + 1);
    }

    /// <summary>Takes away what was added up for removed items.</summary>
    public void Forget(Span<long> sums)
    {
        for (var i = 0; i < removed.Length; i++)
        {
            for (var bits = removed[i]; bits != 0; bits &= bits - 1)
            {
                sums[(i << 6) + BitOperations.TrailingZeroCount(bits)] = 0;
            }
        }
    }
}
