namespace TechBroker.Matching.Indexing;

/// <summary>The slots of the items that hold one term, with the impacts, unordered.</summary>
internal sealed class PostingList
{
    private int[] slots = new int[2];
    private byte[] impacts = new byte[2];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => slots.AsSpan(0, Count);

    public ReadOnlySpan<byte> Impacts => impacts.AsSpan(0, Count);

    public void Add(int slot, byte impact)
    {
        if (Count == slots.Length)
        {
            // Half again rather than double: most lists are short, and there are many of them.
            var capacity = Count + Math.Max(2, Count / 2);
            Array.Resize(ref slots, capacity);
            Array.Resize(ref impacts, capacity);
        }

        slots[Count] = slot;
        impacts[Count++] = impact;
    }

    /// <summary>The last entry takes the free place: scores are sums of integers, so no order has to be kept.</summary>
    public void Remove(int slot)
    {
        var at = Slots.IndexOf(slot);
        Count--;
        slots[at] = slots[Count];
        impacts[at] = impacts[Count];
    }
}
