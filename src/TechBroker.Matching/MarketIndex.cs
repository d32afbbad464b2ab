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
    private readonly ReaderWriterLockSlim gate = new();
    private readonly TermAnalyzer analyzer = new(parameters.Text);
    private readonly PairScorer scorer = new(parameters);
    private readonly TermTable terms = new();
    private readonly SideIndex listings = new();
    private readonly SideIndex needs = new();

    /// <summary>Goes into every match: the same version, listings and pair give the same numbers.</summary>
    public string EngineVersion => scorer.EngineVersion;

    /// <summary>Adds an item, or replaces the one with its side and id.</summary>
    public void Put(MarketItem item)
    {
        var bag = analyzer.Analyze(item);
        var facts = FactsOf(item, bag);
        gate.EnterWriteLock();
        try
        {
            RemoveLocked(item.Side, item.Id);
            SideOf(item.Side).Add(DocumentOf(item, bag, facts, terms.FindOrAdd));
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(Side side, Guid id)
    {
        gate.EnterWriteLock();
        try
        {
            return RemoveLocked(side, id);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    public int Count(Side side)
    {
        gate.EnterReadLock();
        try
        {
            return SideOf(side).Count;
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>
    /// The best k of the other side among those that share a word or a field, exactly; ties by id. Empty for an unknown item.
    /// </summary>
    public IReadOnlyList<Match> Rank(Side side, Guid id, int k)
    {
        gate.EnterReadLock();
        try
        {
            return SideOf(side).Find(id) is { } document ? RankingOf(document).Best(k) : [];
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>
    /// The best k, and beyond them every further pair of at least this level: <paramref name="limit"/> at most in all, the best of them,
    /// exactly. Costs little more than the best k alone while few pairs reach the level.
    /// </summary>
    public IReadOnlyList<Match> Rank(Side side, Guid id, int k, int atLevel, int limit)
    {
        gate.EnterReadLock();
        try
        {
            return SideOf(side).Find(id) is { } document ? RankingOf(document).Best(k, parameters.LeastScoreOf(atLevel), limit) : [];
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>The best k for an item that need not be in the index, and does not get into it.</summary>
    public IReadOnlyList<Match> Rank(MarketItem item, int k)
    {
        var bag = analyzer.Analyze(item);
        var facts = FactsOf(item, bag);
        gate.EnterReadLock();
        try
        {
            return RankingOf(DocumentOf(item, bag, facts, term => terms.Find(term) ?? -1)).Best(k);
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>One pair, however low or excluded; null if either is not in the index.</summary>
    public Match? Score(Guid listingId, Guid needId)
    {
        gate.EnterReadLock();
        try
        {
            return listings.Find(listingId) is { } listing && needs.Find(needId) is { } need
                ? scorer.Explain(PairOf(listing, need))
                : null;
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>The pair's score without its reasons; 0 for an excluded pair, null if either is not in the index.</summary>
    internal double? RawScore(Guid listingId, Guid needId)
    {
        gate.EnterReadLock();
        try
        {
            return listings.Find(listingId) is { } listing && needs.Find(needId) is { } need
                ? scorer.Score(PairOf(listing, need)) ?? 0
                : null;
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>
    /// The items whose text shares something with the query and that the filter lets through, best first, ties by id. The filter is
    /// called outside the index's lock.
    /// </summary>
    public IReadOnlyList<SearchHit> Search(Side side, string query, int k, Func<Guid, bool>? filter = null)
    {
        var bag = analyzer.Analyze(query);
        List<Searching.Found> hits;
        gate.EnterReadLock();
        try
        {
            var item = new MarketItem { Side = side == Side.Listing ? Side.Need : Side.Listing, Id = default, Revision = 0, Title = query };
            var document = DocumentOf(item, bag, FactsOf(item, bag), term => terms.Find(term) ?? -1);
            hits = Searching.Hits(document, SideOf(side), StatisticsNow(), parameters.Text.Half);
        }
        finally
        {
            gate.ExitReadLock();
        }

        return Searching.Best(hits, k, filter);
    }

    private Ranking RankingOf(Document asking) =>
        new(asking, asking.Item.Side == Side.Listing ? needs : listings, StatisticsNow(), scorer);

    private Pair PairOf(Document listing, Document need)
    {
        var statistics = StatisticsNow();
        return new Pair(listing, need, Overlap.Of(listing, need, statistics), statistics);
    }

    private ListingStatistics StatisticsNow() => new(parameters.Text, terms, listings);

    private SideIndex SideOf(Side side) => side == Side.Listing ? listings : needs;

    private bool RemoveLocked(Side side, Guid id)
    {
        if (SideOf(side).Remove(id) is not { } document)
        {
            return false;
        }

        foreach (var term in document.Terms)
        {
            if (listings.Postings(term).Count + needs.Postings(term).Count == 0)
            {
                terms.Release(term);
            }
        }

        return true;
    }

    private Facts FactsOf(MarketItem item, TermBag bag)
    {
        var facts = new Facts(item, hasText: bag.Terms.Length > 0);
        facts.Spoken = scorer.Spoken(facts, item.Side);
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
