namespace TechBroker.Matching.Indexing;

/// <summary>Some of a side's items, by slot, with their inverted lists. Never changes: readers need no lock.</summary>
internal sealed class Segment
{
    private readonly ushort[] byId;

    public Segment(Document[] documents, TermLists own, TermLists cross, TermLists roots)
    {
        (Documents, Own, Cross, Roots) = (documents, own, cross, roots);
        Keys = Array.ConvertAll(documents, document => new SlotKey(document.Scale, document.Facts.Spoken));
        byId = new ushort[documents.Length];
        for (var slot = 0; slot < byId.Length; slot++)
        {
            byId[slot] = (ushort)slot;
        }

        Array.Sort(byId, (left, right) => documents[left].Id.CompareTo(documents[right].Id));
    }

    /// <summary>What the items say themselves.</summary>
    public TermLists Own { get; }

    /// <summary>What that translates to.</summary>
    public TermLists Cross { get; }

    /// <summary>Who has a field under a root, see <see cref="FieldCode.Root"/>; the impacts mean nothing.</summary>
    public TermLists Roots { get; }

    /// <summary>By slot.</summary>
    public Document[] Documents { get; }

    /// <summary>By slot: what a ranking reads of everyone, close together.</summary>
    public SlotKey[] Keys { get; }

    /// <summary>-1 for an unknown id.</summary>
    public int SlotOf(Guid id)
    {
        var (low, high) = (0, byId.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Documents[byId[middle]].Id.CompareTo(id);
            if (order == 0)
            {
                return byId[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    internal readonly record struct SlotKey(double Scale, int Spoken);
}
