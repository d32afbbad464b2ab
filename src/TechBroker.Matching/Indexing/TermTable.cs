namespace TechBroker.Matching.Indexing;

/// <summary>Terms to small ids, shared by both sides. An id is given back when the last item with the term has gone.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idsBySpan;
    private readonly List<string> _terms = [];
    private readonly Stack<int> _free = new();

    public TermTable()
    {
        _ids = new Dictionary<string, int>(StringComparer.Ordinal);
        _idsBySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int? Find(ReadOnlySpan<char> term) => _idsBySpan.TryGetValue(term, out var id) ? id : null;

    public int FindOrAdd(string term)
    {
        if (_ids.TryGetValue(term, out var id))
        {
            return id;
        }

        if (_free.TryPop(out id))
        {
            _terms[id] = term;
        }
        else
        {
            id = _terms.Count;
            _terms.Add(term);
        }

        _ids.Add(term, id);
        return id;
    }

    public void Release(int id)
    {
        _ids.Remove(_terms[id]);
        _terms[id] = "";
        _free.Push(id);
    }
}
