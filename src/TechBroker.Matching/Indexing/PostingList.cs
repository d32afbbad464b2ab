namespace TechBroker.Matching.Indexing;

/// <summary>The slots of the items that hold one term, with the impacts, unordered.</summary>
internal sealed class PostingList
{
    private int[] _slots = new int[2];
    private byte[] _impacts = new byte[2];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, Count);

    public ReadOnlySpan<byte> Impacts => _impacts.AsSpan(0, Count);

    public void Add(int slot, byte impact)
    {
        if (Count == _slots.Length)
        {
            // Half again rather than double: most lists are short, and there are many of them.
            var capacity = Count + Math.Max(2, Count / 2);
            Array.Resize(ref _slots, capacity);
            Array.Resize(ref _impacts, capacity);
        }

        _slots[Count] = slot;
        _impacts[Count++] = impact;
    }

    /// <summary>The last entry takes the free place: scores are sums of integers, so no order has to be kept.</summary>
    public void Remove(int slot)
    {
        var at = Slots.IndexOf(slot);
        Count--;
        _slots[at] = _slots[Count];
        _impacts[at] = _impacts[Count];
    }
}
