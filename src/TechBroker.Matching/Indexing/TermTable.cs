namespace TechBroker.Matching.Indexing;

/// <summary>Terms to small ids, shared by both sides. An id is given back when the last item with the term has gone.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly Stack<int> _free = new();

    /// <summary>Ids are below this number.</summary>
    public int Limit => _terms.Count;

    public int? Find(string term) => _ids.TryGetValue(term, out var id) ? id : null;

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
