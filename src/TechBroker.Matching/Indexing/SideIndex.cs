using System.Runtime.InteropServices;

namespace TechBroker.Matching.Indexing;

/// <summary>One side's items and their inverted index. Removal is immediate: nothing of an item stays behind.</summary>
internal sealed class SideIndex
{
    private static readonly PostingList Nothing = new();

    private readonly Dictionary<Guid, int> _slots = [];
    private readonly List<Document?> _documents = [];
    private readonly List<SlotKey> _keys = [];
    private readonly Stack<int> _free = new();
    private readonly List<PostingList?> _postings = [];
    private readonly Dictionary<string, PostingList> _fields = new(StringComparer.Ordinal);

    public int Count => _slots.Count;

    /// <summary>By slot; empty slots are null.</summary>
    public ReadOnlySpan<Document?> Documents => CollectionsMarshal.AsSpan(_documents);

    /// <summary>By slot: what a ranking reads of everyone, close together. Meaningless for empty slots.</summary>
    public ReadOnlySpan<SlotKey> Keys => CollectionsMarshal.AsSpan(_keys);

    public Document? Find(Guid id) => _slots.TryGetValue(id, out var slot) ? _documents[slot] : null;

    public PostingList Postings(int term) => term < _postings.Count ? _postings[term] ?? Nothing : Nothing;

    public PostingList WithFieldRoot(string root) => _fields.GetValueOrDefault(root, Nothing);

    public void Add(Document document)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _documents.Count;
            _documents.Add(null);
            _keys.Add(default);
        }

        _documents[slot] = document;
        _keys[slot] = new SlotKey(document.Scale, document.Facts.Spoken);

        _slots.Add(document.Item.Id, slot);
        for (var i = 0; i < document.Terms.Length; i++)
        {
            PostingsToFill(document.Terms[i]).Add(slot, document.Impacts[i]);
        }

        foreach (var root in Roots(document))
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_fields, root, out _) ??= new PostingList()).Add(slot, 0);
        }
    }

    /// <returns>What was removed, or null.</returns>
    public Document? Remove(Guid id)
    {
        if (!_slots.Remove(id, out var slot))
        {
            return null;
        }

        var document = _documents[slot]!;
        _documents[slot] = null;
        _free.Push(slot);
        foreach (var term in document.Terms)
        {
            var postings = _postings[term]!;
            postings.Remove(slot);
            if (postings.Count == 0)
            {
                _postings[term] = null;
            }
        }

        foreach (var root in Roots(document))
        {
            var postings = _fields[root];
            postings.Remove(slot);
            if (postings.Count == 0)
            {
                _fields.Remove(root);
            }
        }

        return document;
    }

    internal readonly record struct SlotKey(double Scale, int Spoken);

    private static IEnumerable<string> Roots(Document document) => document.Facts.Fields.Select(field => field.Root).Distinct();

    private PostingList PostingsToFill(int term)
    {
        while (_postings.Count <= term)
        {
            _postings.Add(null);
        }

        return _postings[term] ??= new PostingList();
    }
}
