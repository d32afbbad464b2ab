using System.Diagnostics.CodeAnalysis;
using TechBroker.Matching.Indexing;
using TechBroker.Matching.Scoring;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching;

/// <summary>
/// The open listings and needs in memory, and the best pairs among them. Safe for many readers beside a writer. A pair's score
/// depends on the two items, on the listings' statistics and on the parameters: not on the order in which anything came, nor
/// on what has gone again, nor on the side it is asked from.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The lock holds a handle only while threads wait; an index lives as long as its process.")]
public sealed class MarketIndex(MatchingParameters parameters)
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly TermAnalyzer _analyzer = new(parameters.Text);
    private readonly PairScorer _scorer = new(parameters);
    private readonly TermTable _terms = new();
    private readonly SideIndex _listings = new();
    private readonly SideIndex _needs = new();

    /// <summary>Goes into every match: the same version, listings and pair give the same numbers.</summary>
    public string EngineVersion => _scorer.EngineVersion;

    /// <summary>Adds an item, or replaces the one with its side and id.</summary>
    public void Put(MarketItem item)
    {
        var bag = _analyzer.Analyze(item);
        var facts = FactsOf(item, bag);
        _lock.EnterWriteLock();
        try
        {
            RemoveLocked(item.Side, item.Id);
            SideOf(item.Side).Add(DocumentOf(item, bag, facts, _terms.FindOrAdd));
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(Side side, Guid id)
    {
        _lock.EnterWriteLock();
        try
        {
            return RemoveLocked(side, id);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public int Count(Side side)
    {
        _lock.EnterReadLock();
        try
        {
            return SideOf(side).Count;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>
    /// The best k of the other side among those that share a word or a field, exactly; ties by id. Empty for an unknown item.
    /// </summary>
    public IReadOnlyList<Match> Rank(Side side, Guid id, int k)
    {
        _lock.EnterReadLock();
        try
        {
            return SideOf(side).Find(id) is { } document ? RankLocked(document, k) : [];
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>The same for an item that need not be in the index, and does not get into it.</summary>
    public IReadOnlyList<Match> Rank(MarketItem item, int k)
    {
        var bag = _analyzer.Analyze(item);
        var facts = FactsOf(item, bag);
        _lock.EnterReadLock();
        try
        {
            return RankLocked(DocumentOf(item, bag, facts, term => _terms.Find(term) ?? -1), k);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>One pair, however low or excluded; null if either is not in the index.</summary>
    public Match? Score(Guid listingId, Guid needId)
    {
        _lock.EnterReadLock();
        try
        {
            return _listings.Find(listingId) is { } listing && _needs.Find(needId) is { } need
                ? _scorer.Explain(PairOf(listing, need))
                : null;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>The pair's score without its reasons; 0 for an excluded pair, null if either is not in the index.</summary>
    internal double? RawScore(Guid listingId, Guid needId)
    {
        _lock.EnterReadLock();
        try
        {
            return _listings.Find(listingId) is { } listing && _needs.Find(needId) is { } need
                ? _scorer.Score(PairOf(listing, need)) ?? 0
                : null;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>
    /// The items whose text shares something with the query and that the filter lets through, best first, ties by id. The filter is
    /// called outside the index's lock.
    /// </summary>
    public IReadOnlyList<SearchHit> Search(Side side, string query, int k, Func<Guid, bool>? filter = null)
    {
        var bag = _analyzer.Analyze(query);
        List<Searching.Found> hits;
        _lock.EnterReadLock();
        try
        {
            var item = new MarketItem { Side = side == Side.Listing ? Side.Need : Side.Listing, Id = default, Revision = 0, Title = query };
            var document = DocumentOf(item, bag, FactsOf(item, bag), term => _terms.Find(term) ?? -1);
            hits = Searching.Hits(document, SideOf(side), StatisticsNow(), parameters.Text.Half);
        }
        finally
        {
            _lock.ExitReadLock();
        }

        return Searching.Best(hits, k, filter);
    }

    private IReadOnlyList<Match> RankLocked(Document asking, int k) =>
        new Ranking(asking, asking.Item.Side == Side.Listing ? _needs : _listings, StatisticsNow(), _scorer).Best(k);

    private Pair PairOf(Document listing, Document need)
    {
        var statistics = StatisticsNow();
        return new Pair(listing, need, Overlap.Of(listing, need, statistics), statistics);
    }

    private ListingStatistics StatisticsNow() => new(parameters.Text, _terms, _listings);

    private SideIndex SideOf(Side side) => side == Side.Listing ? _listings : _needs;

    private bool RemoveLocked(Side side, Guid id)
    {
        if (SideOf(side).Remove(id) is not { } document)
        {
            return false;
        }

        foreach (var term in document.Terms)
        {
            if (_listings.Postings(term).Count + _needs.Postings(term).Count == 0)
            {
                _terms.Release(term);
            }
        }

        return true;
    }

    private Facts FactsOf(MarketItem item, TermBag bag)
    {
        var facts = new Facts(item, hasText: bag.Terms.Length > 0);
        facts.Spoken = _scorer.Spoken(facts, item.Side);
        return facts;
    }

    // A negative id is that of a term that nobody has; it is left out.
    private static Document DocumentOf(MarketItem item, TermBag bag, Facts facts, Func<string, int> idOf)
    {
        var ids = Array.ConvertAll(bag.Terms, term => idOf(term));
        var impacts = (byte[])bag.Impacts.Clone();
        Array.Sort(ids, impacts);
        var unknown = 0;
        while (unknown < ids.Length && ids[unknown] < 0)
        {
            unknown++;
        }

        return new Document(item, ids[unknown..], impacts[unknown..], bag.Scale, facts);
    }
}
