using System.Diagnostics.CodeAnalysis;
using TechBroker.Matching.Indexing;
using TechBroker.Matching.Scoring;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching;

/// <summary>
/// The open listings and needs in memory, and the best pairs among them. Safe for many readers beside a writer. A pair's score
/// depends on the two items, on the listings' statistics and on the parameters: not on the order in which anything came, nor
/// on what has gone again, nor on the side it is asked from. Hidden needs stand in an index of their own: what is answered about
/// listings and open needs is worked out without them, so nobody can feel them.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The lock holds a handle only while threads wait; an index lives as long as its process.")]
public sealed class MarketIndex(MatchingParameters parameters)
{
    private readonly ReaderWriterLockSlim gate = new();
    private readonly TermAnalyzer analyzer = new(parameters.Text);
    private readonly PairScorer scorer = new(parameters);
    private readonly TermTable terms = new();
    private readonly SideIndex listings = new();
    private readonly SideIndex openNeeds = new();
    private readonly SideIndex hiddenNeeds = new();

    // What everyone may read of hidden needs, under the same ids.
    private readonly SideIndex notices = new();

    /// <summary>Goes into every match: the same version, listings and pair give the same numbers.</summary>
    public string EngineVersion => scorer.EngineVersion;

    /// <summary>Adds an item, or replaces the one with its side and id.</summary>
    public void Put(MarketItem item)
    {
        var bag = analyzer.Analyze(item);
        var facts = FactsOf(item, bag);
        var notice = NoticeOf(item);
        var noticeBag = notice is null ? null : analyzer.Analyze(notice);
        gate.EnterWriteLock();
        try
        {
            RemoveLocked(item.Side, item.Id);
            PlaceOf(item).Add(DocumentOf(item, bag, facts, terms.FindOrAdd));
            if (notice is not null)
            {
                notices.Add(DocumentOf(notice, noticeBag!, FactsOf(notice, noticeBag!), terms.FindOrAdd));
            }
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
            return side == Side.Listing ? listings.Count : openNeeds.Count + hiddenNeeds.Count;
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>
    /// The best k of the other side among those that share a word or a field, exactly; ties by id. Empty for an unknown item. For a listing
    /// they are the best k open needs and the best k hidden ones: hidden needs take no place from open ones.
    /// </summary>
    public IReadOnlyList<Match> Rank(Side side, Guid id, int k)
    {
        gate.EnterReadLock();
        try
        {
            return Find(side, id) is { } document ? Best(document, k, double.PositiveInfinity, k) : [];
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>
    /// The best k, and beyond them every further pair of at least this level: <paramref name="limit"/> at most in all, the best of them,
    /// exactly. Costs little more than the best k alone while few pairs reach the level. For a listing both numbers count for open and for
    /// hidden needs apart.
    /// </summary>
    public IReadOnlyList<Match> Rank(Side side, Guid id, int k, int atLevel, int limit)
    {
        gate.EnterReadLock();
        try
        {
            return Find(side, id) is { } document ? Best(document, k, parameters.LeastScoreOf(atLevel), limit) : [];
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
            return Best(DocumentOf(item, bag, facts, term => terms.Find(term) ?? -1), k, double.PositiveInfinity, k);
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>One pair, however low or excluded; null if either is not in the index or not to be matched.</summary>
    public Match? Score(Guid listingId, Guid needId)
    {
        gate.EnterReadLock();
        try
        {
            return listings.Find(listingId) is { Item.Matched: true } listing && Find(Side.Need, needId) is { Item.Matched: true } need
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
            return listings.Find(listingId) is { } listing && Find(Side.Need, needId) is { } need
                ? scorer.Score(PairOf(listing, need)) ?? 0
                : null;
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>
    /// The items whose text shares something with the query, best first, ties by id. Of hidden needs it finds what the scope allows, and
    /// the work it does depends on nothing else, so that not even the time taken tells of them.
    /// </summary>
    public IReadOnlyList<SearchHit> Search(Side side, string query, int k, SearchScope scope)
    {
        var bag = analyzer.Analyze(query);
        var item = new MarketItem { Side = side == Side.Listing ? Side.Need : Side.Listing, Id = default, Revision = 0, Title = query };
        List<SearchHit> hits;
        gate.EnterReadLock();
        try
        {
            var document = DocumentOf(item, bag, FactsOf(item, bag), term => terms.Find(term) ?? -1);
            hits = HitsOf(new Searching(document, StatisticsNow(), parameters.Text.Half), side, scope);
        }
        finally
        {
            gate.ExitReadLock();
        }

        return Searching.Best(hits, k);
    }

    private List<SearchHit> HitsOf(Searching searching, Side side, SearchScope scope)
    {
        if (side == Side.Listing)
        {
            return searching.Hits(listings);
        }

        var hits = searching.Hits(openNeeds);
        hits.AddRange(Searching.BestOfEach(
        [
            .. scope.Notices ? searching.Hits(notices) : [],
            .. scope.EveryHiddenNeed ? searching.Hits(hiddenNeeds) : searching.Hits(scope.HiddenNeeds.Select(hiddenNeeds.Find)),
        ]));
        return hits;
    }

    private IReadOnlyList<Match> Best(Document asking, int k, double atScore, int limit)
    {
        if (!asking.Item.Matched)
        {
            return [];
        }

        var statistics = StatisticsNow();
        IReadOnlyList<Match> Among(SideIndex side) => new Ranking(asking, side, statistics, scorer).Best(k, atScore, limit);
        if (asking.Item.Side == Side.Need)
        {
            return Among(listings);
        }

        var (open, hidden) = (Among(openNeeds), Among(hiddenNeeds));
        return hidden.Count == 0 ? open : [.. open.Concat(hidden).OrderByDescending(match => match.Score).ThenBy(match => match.NeedId)];
    }

    private Pair PairOf(Document listing, Document need)
    {
        var statistics = StatisticsNow();
        return new Pair(listing, need, Overlap.Of(listing, need, statistics), statistics);
    }

    private ListingStatistics StatisticsNow() => new(parameters.Text, terms, listings);

    private Document? Find(Side side, Guid id) => side == Side.Listing ? listings.Find(id) : openNeeds.Find(id) ?? hiddenNeeds.Find(id);

    private SideIndex PlaceOf(MarketItem item) => item.Side == Side.Listing ? listings : item.Hidden ? hiddenNeeds : openNeeds;

    private bool RemoveLocked(Side side, Guid id)
    {
        ReadOnlySpan<SideIndex> places = side == Side.Listing ? [listings] : [openNeeds, hiddenNeeds, notices];
        var found = false;
        foreach (var place in places)
        {
            if (place.Remove(id) is { } document)
            {
                found = true;
                ReleaseTermsOf(document);
            }
        }

        return found;
    }

    private void ReleaseTermsOf(Document document)
    {
        // A term may be both its own and a translation.
        foreach (var term in document.Terms.Union(document.CrossTerms))
        {
            if (!IsUsed(term, listings) && !IsUsed(term, openNeeds) && !IsUsed(term, hiddenNeeds) && !IsUsed(term, notices))
            {
                terms.Release(term);
            }
        }
    }

    private static bool IsUsed(int term, SideIndex side) => side.Postings(term).Count + side.CrossPostings(term).Count > 0;

    private static MarketItem? NoticeOf(MarketItem item) => item is { Side: Side.Need, Hidden: true, PublicText: { } text }
        ? new MarketItem { Side = Side.Need, Id = item.Id, Revision = item.Revision, Title = text }
        : null;

    private Facts FactsOf(MarketItem item, TermBag bag)
    {
        var facts = new Facts(item, hasText: bag.Terms.Length > 0);
        facts.Spoken = scorer.Spoken(facts, item.Side);
        return facts;
    }

    // A negative id is that of a term that nobody has; it is left out.
    private static Document DocumentOf(MarketItem item, TermBag bag, Facts facts, Func<string, int> idOf)
    {
        var (terms, impacts) = Known(bag.Terms, bag.Impacts, idOf);
        var (crossTerms, crossImpacts) = Known(bag.CrossTerms, bag.CrossImpacts, idOf);
        return new Document(item, terms, impacts, bag.Scale, facts) { CrossTerms = crossTerms, CrossImpacts = crossImpacts };
    }

    private static (int[] Ids, byte[] Impacts) Known(string[] terms, byte[] termImpacts, Func<string, int> idOf)
    {
        var ids = Array.ConvertAll(terms, term => idOf(term));
        var impacts = (byte[])termImpacts.Clone();
        Array.Sort(ids, impacts);
        var unknown = 0;
        while (unknown < ids.Length && ids[unknown] < 0)
        {
            unknown++;
        }

        return (ids[unknown..], impacts[unknown..]);
    }
}
