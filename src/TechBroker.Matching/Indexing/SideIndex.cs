using System.Runtime.InteropServices;

namespace TechBroker.Matching.Indexing;

/// <summary>One side's items and their inverted index. Removal is immediate: nothing of an item stays behind.</summary>
internal sealed class SideIndex
{
    private static readonly PostingList Nothing = new();

    private readonly Dictionary<Guid, int> slots = [];
    private readonly List<Document?> documents = [];
    private readonly List<SlotKey> keys = [];
    private readonly Stack<int> free = new();
    private readonly List<PostingList?> postings = [];
    private readonly List<PostingList?> crossPostings = [];
    private readonly Dictionary<string, PostingList> fields = new(StringComparer.Ordinal);

    public int Count => slots.Count;

    /// <summary>By slot; empty slots are null.</summary>
    public ReadOnlySpan<Document?> Documents => CollectionsMarshal.AsSpan(documents);

    /// <summary>By slot: what a ranking reads of everyone, close together. Meaningless for empty slots.</summary>
    public ReadOnlySpan<SlotKey> Keys => CollectionsMarshal.AsSpan(keys);

    public Document? Find(Guid id) => slots.TryGetValue(id, out var slot) ? documents[slot] : null;

    public PostingList Postings(int term) => term < postings.Count ? postings[term] ?? Nothing : Nothing;

    /// <summary>Those of whom the term is a translation.</summary>
    public PostingList CrossPostings(int term) => term < crossPostings.Count ? crossPostings[term] ?? Nothing : Nothing;

    public PostingList WithFieldRoot(string root) => fields.GetValueOrDefault(root, Nothing);

    public void Add(Document document)
    {
        if (!free.TryPop(out var slot))
        {
            slot = documents.Count;
            documents.Add(null);
            keys.Add(default);
        }

        documents[slot] = document;
        keys[slot] = new SlotKey(document.Scale, document.Facts.Spoken);

        slots.Add(document.Item.Id, slot);
        for (var i = 0; i < document.Terms.Length; i++)
        {
            ToFill(postings, document.Terms[i]).Add(slot, document.Impacts[i]);
        }

        for (var i = 0; i < document.CrossTerms.Length; i++)
        {
            ToFill(crossPostings, document.CrossTerms[i]).Add(slot, document.CrossImpacts[i]);
        }

        foreach (var root in Roots(document))
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(fields, root, out _) ??= new PostingList()).Add(slot, 0);
        }
    }

    /// <returns>What was removed, or null.</returns>
    public Document? Remove(Guid id)
    {
        if (!slots.Remove(id, out var slot))
        {
            return null;
        }

        var document = documents[slot]!;
        documents[slot] = null;
        free.Push(slot);
        Remove(postings, document.Terms, slot);
        Remove(crossPostings, document.CrossTerms, slot);

        foreach (var root in Roots(document))
        {
            var postings = fields[root];
            postings.Remove(slot);
            if (postings.Count == 0)
            {
                fields.Remove(root);
            }
        }

        return document;
    }

    internal readonly record struct SlotKey(double Scale, int Spoken);

    private static IEnumerable<string> Roots(Document document) => document.Facts.Fields.Select(field => field.Root).Distinct();

    private static PostingList ToFill(List<PostingList?> lists, int term)
    {
        while (lists.Count <= term)
        {
            lists.Add(null);
        }

        return lists[term] ??= new PostingList();
    }

    private static void Remove(List<PostingList?> lists, int[] terms, int slot)
    {
        foreach (var term in terms)
        {
            lists[term]!.Remove(slot);
            if (lists[term]!.Count == 0)
            {
                lists[term] = null;
            }
        }
    }
}
