using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Indexing;

/// <summary>
/// One side's items, as a value: adding and removing make a new one that shares nearly everything with the old, so readers keep what they
/// have. New items begin as small segments, and segments of one size are merged, so that each item is moved a few times in all.
/// </summary>
internal sealed class SideIndex
{
    /// <summary>So many of one size make one of the next.</summary>
    private const int Fan = 4;

    /// <summary>From here on texts are packed: below, open ones cost little and spare the analysis of every pair asked for.</summary>
    private const int PackFrom = 8192;

    /// <summary>Larger ones are not merged any more, except with what has been removed from them.</summary>
    private const int FullFrom = PostingCode.MostSlots * 3 / 4;

    /// <summary>Large enough to build quickly, small enough to be built in little memory.</summary>
    private const int MostAtOnce = 1024;

    public static readonly SideIndex Empty = new([]);

    private SideIndex(Part[] parts)
    {
        Parts = parts;
        Slots = parts.Sum(part => part.Slots);
        Count = parts.Sum(part => part.Count);
    }

    public Part[] Parts { get; }

    /// <summary>Of all parts, removed ones too.</summary>
    public int Slots { get; }

    public int Count { get; }

    public Document? Find(Guid id)
    {
        foreach (var part in Parts)
        {
            if (part.SlotOf(id) is >= 0 and var slot)
            {
                return part.Segment.Documents[slot];
            }
        }

        return null;
    }

    /// <summary>How many items hold the term themselves.</summary>
    public int CountOf(ulong term)
    {
        var count = 0;
        foreach (var part in Parts)
        {
            count += part.CountOf(term);
        }

        return count;
    }

    /// <param name="documents">Opened; not there yet.</param>
    public SideIndex With(IEnumerable<Document> documents)
    {
        var parts = Parts;
        foreach (var some in documents.Chunk(MostAtOnce))
        {
            parts = Merged([.. parts, new Part(SegmentBuilding.Of(some))]);
        }

        return parts == Parts ? this : new SideIndex(parts);
    }

    /// <summary>Itself if the item is not there.</summary>
    public SideIndex Without(Guid id, TermAnalyzer analyzer)
    {
        var at = Array.FindIndex(Parts, part => part.SlotOf(id) >= 0);
        if (at < 0)
        {
            return this;
        }

        var slot = Parts[at].SlotOf(id);
        var smaller = Parts[at].Without(slot, Parts[at].Segment.Documents[slot].Opened(analyzer).Terms);
        return smaller.Count == 0 ? new SideIndex([.. Parts[..at], .. Parts[(at + 1)..]])
            : smaller.Count * 2 < smaller.Slots ? new SideIndex(Merged([.. Parts[..at], .. Parts[(at + 1)..], Join([smaller])]))
            : new SideIndex([.. Parts[..at], smaller, .. Parts[(at + 1)..]]);
    }

    /// <summary>Of segments whose items are all different.</summary>
    public static SideIndex Of(IEnumerable<Segment> segments) => new([.. segments.Select(segment => new Part(segment))]);

    /// <summary>The same items in few segments that hold nothing of removed ones, one after the other.</summary>
    public IEnumerable<Segment> Compacted()
    {
        var waiting = new List<Part>();
        foreach (var part in Parts.OrderByDescending(part => part.Count))
        {
            if (waiting.Count > 0 && waiting.Sum(other => other.Count) + part.Count > PostingCode.MostSlots)
            {
                yield return Whole(waiting);
                waiting.Clear();
            }

            waiting.Add(part);
        }

        if (waiting.Count > 0)
        {
            yield return Whole(waiting);
        }
    }

    private static Segment Whole(List<Part> parts) =>
        parts is [{ } only] && only.Count == only.Slots ? only.Segment : SegmentMerging.Merge(parts, pack: false);

    private static Part[] Merged(Part[] parts)
    {
        while (ToMerge(parts) is { } chosen)
        {
            parts = [.. parts.Where(part => !chosen.Contains(part)), Join(chosen)];
        }

        return parts;
    }

    private static List<Part>? ToMerge(Part[] parts)
    {
        foreach (var size in parts.Where(part => part.Count < FullFrom).GroupBy(part => SizeOf(part.Count)).Where(size => size.Count() >= Fan).OrderBy(size => size.Key))
        {
            var (chosen, count) = (new List<Part>(), 0);
            foreach (var part in size.OrderBy(part => part.Count).TakeWhile(part => count + part.Count <= PostingCode.MostSlots))
            {
                chosen.Add(part);
                count += part.Count;
            }

            if (chosen.Count > 1)
            {
                return chosen;
            }
        }

        return null;
    }

    private static Part Join(List<Part> parts) => new(SegmentMerging.Merge(parts, pack: parts.Sum(part => part.Count) >= PackFrom));

    private static int SizeOf(int count)
    {
        var size = 0;
        for (; count >= Fan; count /= Fan)
        {
            size++;
        }

        return size;
    }
}
