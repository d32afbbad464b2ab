namespace TechBroker.Matching.Indexing;

/// <summary>Terms to small ids, shared by both sides. An id is given back when the last item with the term has gone.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, int> ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> idsBySpan;
    private readonly List<string> terms = [];
    private readonly Stack<int> free = new();

    public TermTable()
    {
        ids = new Dictionary<string, int>(StringComparer.Ordinal);
        idsBySpan = ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int? Find(ReadOnlySpan<char> term) => idsBySpan.TryGetValue(term, out var id) ? id : null;

    public int FindOrAdd(string term)
    {
        if (ids.TryGetValue(term, out var id))
        {
            return id;
        }

        if (free.TryPop(out id))
        {
            terms[id] = term;
        }
        else
        {
            id = terms.Count;
            terms.Add(term);
        }

        ids.Add(term, id);
        return id;
    }

    public void Release(int id)
    {
        ids.Remove(terms[id]);
        terms[id] = "";
        free.Push(id);
    }
}
