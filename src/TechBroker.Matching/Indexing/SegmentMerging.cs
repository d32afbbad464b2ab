namespace TechBroker.Matching.Indexing;

/// <summary>Makes one segment of what still lives in several. Slots are given out in the order of the parts, so that lists stay in order.</summary>
internal sealed class SegmentMerging(IReadOnlyList<Part> parts)
{
    // Below it, sorting a few numbers is quicker than counting impacts.
    private const int FewItems = 48;

    private readonly int[][] newSlots = NewSlots(parts);
    private readonly int[] impactEnds = new int[256];
    private uint[] items = new uint[1024];
    private uint[] sorted = new uint[1024];

    /// <param name="parts"><see cref="PostingCode.MostSlots"/> living items at most.</param>
    /// <param name="pack">Whether texts and terms are put away; a segment of many cannot hold them open.</param>
    public static Segment Merge(IReadOnlyList<Part> parts, bool pack)
    {
        var merging = new SegmentMerging(parts);
        return new Segment(
            [.. parts.SelectMany(part => part.Living()).Select(document => pack ? document.Packed() : document)],
            merging.Lists(part => part.Segment.Own),
            merging.Lists(part => part.Segment.Cross),
            merging.Lists(part => part.Segment.Roots));
    }

    private static int[][] NewSlots(IReadOnlyList<Part> parts)
    {
        var next = 0;
        var all = new int[parts.Count][];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new int[parts[i].Segment.Documents.Length];
            for (var slot = 0; slot < all[i].Length; slot++)
            {
                all[i][slot] = parts[i].IsRemoved(slot) ? -1 : next++;
            }
        }

        return all;
    }

    private TermLists Lists(Func<Part, TermLists> listsOf)
    {
        var lists = parts.Select(listsOf).ToArray();
        var at = new int[lists.Length];
        var writer = new TermListsWriter();
        while (true)
        {
            var (term, any) = (ulong.MaxValue, false);
            for (var i = 0; i < lists.Length; i++)
            {
                if (at[i] < lists[i].Terms.Length)
                {
                    (term, any) = (Math.Min(term, lists[i].Terms[at[i]]), true);
                }
            }

            if (!any)
            {
                return writer.Take();
            }

            var count = 0;
            for (var i = 0; i < lists.Length; i++)
            {
                if (at[i] < lists[i].Terms.Length && lists[i].Terms[at[i]] == term)
                {
                    count += Take(lists[i].List(at[i]++), i, count);
                }
            }

            if (count > 0)
            {
                writer.Add(term, InOrder(count));
            }
        }
    }

    private int Take(ReadOnlySpan<byte> list, int part, int count)
    {
        var most = count + PostingCode.Count(list);
        if (most > items.Length)
        {
            Array.Resize(ref items, most * 2);
            sorted = new uint[items.Length];
        }

        return PostingCode.Read(list, newSlots[part], items.AsSpan(count));
    }

    // Within an impact they are in order already, because slots rise from part to part: it is enough to bring the impacts together.
    private ReadOnlySpan<uint> InOrder(int count)
    {
        if (count <= FewItems)
        {
            items.AsSpan(0, count).Sort();
            return items.AsSpan(0, count);
        }

        Array.Clear(impactEnds);
        foreach (var item in items.AsSpan(0, count))
        {
            impactEnds[item >> 16]++;
        }

        var start = 0;
        for (var i = 0; i < impactEnds.Length; i++)
        {
            (impactEnds[i], start) = (start, start + impactEnds[i]);
        }

        foreach (var item in items.AsSpan(0, count))
        {
            sorted[impactEnds[item >> 16]++] = item;
        }

        return sorted.AsSpan(0, count);
    }
}
