using TechBroker.Matching.Indexing;
using TechBroker.Matching.Quantities;
using TechBroker.Matching.Scoring;
using TechBroker.Matching.Tokens;
using TechBroker.Matching.Vectors;

namespace TechBroker.Matching;

/// <summary>
/// The open listings and needs in memory, and the best pairs among them. Readers work on the state that they find and never wait; writers
/// wait for each other only. A pair's score depends on the two items, on the listings' statistics and on the parameters: not on the order in
/// which anything came, nor on what has gone again, nor on the side it is asked from. Hidden needs stand in an index of their own: what is
/// answered about listings and open needs is worked out without them, so nobody can feel them.
/// </summary>
public sealed class MarketIndex
{
    /// <summary>Above all levels: nothing beyond the best k.</summary>
    private const int NoLevel = int.MaxValue;

    private readonly Lock writing = new();
    private readonly MatchingParameters parameters;
    private readonly TermAnalyzer analyzer;
    private readonly PairScorer scorer;
    private volatile MarketState state;

    /// <param name="parameters">What it scores with.</param>
    /// <param name="vectors">Take part in levels, as far as the parameters give them weight; null for none.</param>
    public MarketIndex(MatchingParameters parameters, TermVectors? vectors = null)
        : this(parameters, new TermAnalyzer(parameters.Text), new PairScorer(parameters, vectors), MarketState.Empty)
    {
    }

    private MarketIndex(MatchingParameters parameters, TermAnalyzer analyzer, PairScorer scorer, MarketState state) =>
        (this.parameters, this.analyzer, this.scorer, this.state) = (parameters, analyzer, scorer, state);

    /// <summary>Goes into every match: the same version, listings and pair give the same numbers.</summary>
    public string EngineVersion => scorer.EngineVersion;

    /// <summary>The index's inside, for measuring it.</summary>
    internal MarketState State => state;

    /// <summary>
    /// What a snapshot has to come from to be read: this build of the program with these parameters. Anything else analyses or scores in
    /// another way.
    /// </summary>
    public string SnapshotKind => $"{EngineVersion}.{parameters.Fingerprint()}.{typeof(MarketIndex).Module.ModuleVersionId:N}";

    /// <summary>Gives all items and lists as bytes, hidden needs too: keep them as the database is kept. Others may write meanwhile.</summary>
    public void Save(TakeBytes take) => new SnapshotWriting(take).Write(state);

    /// <summary>Takes the state that <see cref="Save"/> gave in place of its own; of the same <see cref="SnapshotKind"/>, byte for byte.</summary>
    public void Load(GiveBytes give)
    {
        var loaded = new SnapshotReading(give, FactsOf).Read();
        lock (writing)
        {
            state = loaded;
        }
    }

    /// <summary>Takes everything away.</summary>
    public void Clear()
    {
        lock (writing)
        {
            state = MarketState.Empty;
        }
    }

    /// <summary>What is there of a side, with the revision of each, in no order.</summary>
    public IEnumerable<(Guid Id, int Revision)> Contents(Side side) => state.Contents(side);

    /// <summary>The index as it is now; what happens to this one is not seen there. Costs nothing.</summary>
    public MarketIndex AsItIs() => new(parameters, analyzer, scorer, state);

    /// <summary>Adds an item, or replaces the one with its side and id.</summary>
    public void Put(MarketItem item) => Put([item]);

    /// <summary>Adds items or replaces them, all at one moment. Many at once cost less than one by one.</summary>
    public void Put(IReadOnlyCollection<MarketItem> items)
    {
        // Analysis takes most of the time and needs no lock. Of two with one side and id the later counts.
        var ready = items.Reverse().DistinctBy(item => (item.Side, item.Id)).Select(NewItemOf).ToList();
        lock (writing)
        {
            state = state.With(ready, analyzer);
        }
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(Side side, Guid id)
    {
        lock (writing)
        {
            var before = state;
            state = before.Without(side, id, analyzer);
            return state != before;
        }
    }

    public int Count(Side side) => state.Count(side);

    /// <summary>
    /// The best k of the other side among those that share a word or a field, exactly; ties by id. Empty for an unknown item. For a listing
    /// they are the best k open needs and the best k hidden ones: hidden needs take no place from open ones.
    /// </summary>
    public IReadOnlyList<Match> Rank(Side side, Guid id, int k)
    {
        var now = state;
        return now.Find(side, id) is { } document ? Best(now, document, k, NoLevel, k) : [];
    }

    /// <summary>
    /// The best k, and beyond them every further pair of at least this level: <paramref name="limit"/> at most in all, the best of them,
    /// exactly. Costs little more than the best k alone while few pairs reach the level. For a listing both numbers count for open and for
    /// hidden needs apart; pairs that miss the level by something else than their score take places within the limit.
    /// </summary>
    public IReadOnlyList<Match> Rank(Side side, Guid id, int k, int atLevel, int limit)
    {
        var now = state;
        return now.Find(side, id) is { } document ? Best(now, document, k, atLevel, limit) : [];
    }

    /// <summary>The best k for an item that need not be in the index, and does not get into it.</summary>
    public IReadOnlyList<Match> Rank(MarketItem item, int k) => Best(state, DocumentOf(item), k, NoLevel, k);

    /// <summary>
    /// Says what a listing has to beat to get among a need's best pairs: the worst of them, once there are enough. Nothing said, any listing
    /// gets in that shares a word or a field. It is forgotten when the need is replaced, and is in no snapshot.
    /// </summary>
    public void SetBar(Guid needId, double score, Guid listingId)
    {
        if (state.Find(Side.Need, needId) is { } need)
        {
            need.Bar = new Bar(score, listingId, scorer.LeastOverlap(need.Facts.Spoken, score));
        }
    }

    /// <summary>
    /// The needs whose bar the listing beats, open and hidden ones, best first: exactly those, without asking every need again. The bar is
    /// taken as it was said, though scores move a little with every listing that comes or goes.
    /// </summary>
    public IReadOnlyList<Entrance> Entering(Guid listingId)
    {
        var now = state;
        if (now.Find(Side.Listing, listingId) is not { Matched: true } document)
        {
            return [];
        }

        var (listing, statistics) = (document.Opened(analyzer), StatisticsOf(now));
        return new Entering(listing, new Weighing(listing, statistics), statistics, scorer).Into(now.OpenNeeds, now.HiddenNeeds);
    }

    /// <summary>One pair, however low or excluded; null if either is not in the index or not to be matched.</summary>
    public Match? Score(Guid listingId, Guid needId)
    {
        var now = state;
        return now.Find(Side.Listing, listingId) is { Matched: true } listing && now.Find(Side.Need, needId) is { Matched: true } need
            ? Explained(PairOf(now, listing, need))
            : null;
    }

    /// <summary>
    /// Where a pair stands among all of the asking side's pairs, exactly: those that <see cref="Rank(Side, Guid, int)"/> would give without a
    /// limit, of hidden needs only those in the scope. Null if either is not in the index or not to be matched. Scores every other that
    /// shares a word or a field, so it takes as long as they are many.
    /// </summary>
    /// <param name="asking">Among whose pairs: the need's or the listing's.</param>
    /// <param name="listingId">Of the pair.</param>
    /// <param name="needId">Of the pair.</param>
    /// <param name="scope">The hidden needs that count; what the answer and its time depend on.</param>
    public PairStanding? Stand(Side asking, Guid listingId, Guid needId, SearchScope scope)
    {
        var now = state;
        if (now.Find(Side.Listing, listingId) is not { Matched: true } listing || now.Find(Side.Need, needId) is not { Matched: true } need)
        {
            return null;
        }

        var match = Explained(PairOf(now, listing, need));
        var ranks = new Ranks(match.Score, asking == Side.Need ? listingId : needId);
        foreach (var pair in PairsOf(now, (asking == Side.Need ? need : listing).Opened(analyzer), scope))
        {
            if (scorer.Score(pair) is { } score)
            {
                ranks.Add(pair, score, (asking == Side.Need ? pair.Listing : pair.Need).Id);
            }
        }

        return new PairStanding
        {
            Pair = match,
            Rank = ranks.Rank,
            Of = ranks.Count,
            Best = match.Exclusion is null && ranks.Best is { } best ? Explained(Opened(best)) : null,
        };
    }

    /// <summary>The pair's score without its reasons; 0 for an excluded pair, null if either is not in the index.</summary>
    internal double? RawScore(Guid listingId, Guid needId)
    {
        var now = state;
        return now.Find(Side.Listing, listingId) is { } listing && now.Find(Side.Need, needId) is { } need
            ? scorer.Score(PairOf(now, listing, need)) ?? 0
            : null;
    }

    /// <summary>See <see cref="Generality"/>; 0 for an unknown need.</summary>
    internal double GeneralityOf(Guid needId)
    {
        var now = state;
        return now.Find(Side.Need, needId) is { } need ? scorer.GeneralityOf(need.Opened(analyzer), StatisticsOf(now)) : 0;
    }

    /// <summary>What generality compares; 0 for an unknown need.</summary>
    internal double CommonnessOf(Guid needId)
    {
        var now = state;
        return now.Find(Side.Need, needId) is { } need ? Generality.Commonness(need.Opened(analyzer), StatisticsOf(now)) : 0;
    }

    /// <summary>
    /// The items whose text shares something with the query, best first, ties by id. Of hidden needs it finds what the scope allows, and
    /// the work it does depends on nothing else, so that not even the time taken tells of them.
    /// </summary>
    public IReadOnlyList<SearchHit> Search(Side side, string query, int k, SearchScope scope)
    {
        var bag = analyzer.Analyze(query);
        var item = new MarketItem { Side = side == Side.Listing ? Side.Need : Side.Listing, Id = default, Revision = 0, Title = query };
        var now = state;
        var searching = new Searching(new Document(item, bag, FactsOf(item, bag.Terms.Length > 0, [])), SearchStatisticsOf(now), parameters.Text.Half);
        return Searching.Best(HitsOf(now, searching, side, scope), k);
    }

    private List<SearchHit> HitsOf(MarketState now, Searching searching, Side side, SearchScope scope)
    {
        if (side == Side.Listing)
        {
            return searching.Hits(now.Listings);
        }

        var hits = searching.Hits(now.OpenNeeds);
        hits.AddRange(Searching.BestOfEach(
        [
            .. scope.Notices ? searching.Hits(now.Notices) : [],
            .. scope.EveryHiddenNeed
                ? searching.Hits(now.HiddenNeeds)
                : searching.Hits(scope.HiddenNeeds.Select(now.HiddenNeeds.Find).OfType<Document>().Select(need => need.Opened(analyzer))),
        ]));
        return hits;
    }

    private IReadOnlyList<Match> Best(MarketState now, Document document, int k, int atLevel, int limit)
    {
        if (!document.Matched)
        {
            return [];
        }

        var asking = document.Opened(analyzer);
        var statistics = StatisticsOf(now);
        var weighing = new Weighing(asking, statistics);
        var traits = scorer.TraitsIn(statistics);

        // A level goes by more than the score, so whoever could have it is looked at.
        var atScore = parameters.LeastScoreOf(atLevel);
        IReadOnlyList<Match> Among(SideIndex side) =>
        [
            .. new Ranking(asking, weighing, side, statistics, scorer).Best(k, atScore, limit)
                .Select(pair => scorer.Explain(Opened(pair), traits))
                .Where((match, place) => place < k || match.Level >= atLevel),
        ];
        if (asking.Side == Side.Need)
        {
            return Among(now.Listings);
        }

        var (open, hidden) = (Among(now.OpenNeeds), Among(now.HiddenNeeds));
        return hidden.Count == 0 ? open : [.. open.Concat(hidden).OrderByDescending(match => match.Score).ThenBy(match => match.NeedId)];
    }

    /// <summary>All that share a word or a field, in no order.</summary>
    private IEnumerable<Pair> PairsOf(MarketState now, Document asking, SearchScope scope)
    {
        var statistics = StatisticsOf(now);
        var weighing = new Weighing(asking, statistics);
        IReadOnlyList<Pair> Among(SideIndex side) => new Ranking(asking, weighing, side, statistics, scorer).Best(side.Count, double.PositiveInfinity, side.Count);
        if (asking.Side == Side.Need)
        {
            return Among(now.Listings);
        }

        // Those that may not be seen are not even looked at.
        return Among(now.OpenNeeds).Concat(scope.EveryHiddenNeed
            ? Among(now.HiddenNeeds)
            : scope.HiddenNeeds.Select(now.HiddenNeeds.Find).OfType<Document>().Where(need => need.Matched)
                .Select(need => PairOf(now, asking, need)).Where(pair => pair.SharesSomething));
    }

    private Match Explained(in Pair pair) => scorer.Explain(pair, scorer.TraitsIn(pair.Statistics));

    private Pair Opened(in Pair pair) => pair with { Listing = pair.Listing.Opened(analyzer), Need = pair.Need.Opened(analyzer) };

    private Pair PairOf(MarketState now, Document listing, Document need)
    {
        var (offered, wanted, statistics) = (listing.Opened(analyzer), need.Opened(analyzer), StatisticsOf(now));
        return new Pair(offered, wanted, Overlap.Of(offered, wanted, statistics), statistics);
    }

    /// <summary>
    /// A search is one or two words. Weighed as among pairs, whose many words make up for one, what a translation guesses of a common word would
    /// count more than the word itself.
    /// </summary>
    private ListingStatistics SearchStatisticsOf(MarketState now) =>
        new(parameters.Text with { TranslationRarityPower = parameters.Text.RarityPower }, now.Listings);

    private ListingStatistics StatisticsOf(MarketState now) => new(parameters.Text, now.Listings);

    private NewItem NewItemOf(MarketItem item) => new(DocumentOf(item), item.Hidden, NoticeOf(item) is { } notice ? DocumentOf(notice) : null);

    private static MarketItem? NoticeOf(MarketItem item) => item is { Side: Side.Need, Hidden: true, PublicText: { } text }
        ? new MarketItem { Side = Side.Need, Id = item.Id, Revision = item.Revision, Title = text }
        : null;

    private Document DocumentOf(MarketItem item)
    {
        var bag = analyzer.Analyze(item);
        return new Document(item, bag, FactsOf(item, hasText: bag.Terms.Length > 0, Measures.Of(item)));
    }

    private Facts FactsOf(MarketItem item, bool hasText, Measure[] measures)
    {
        var facts = new Facts(item, hasText, measures);
        facts.Spoken = scorer.Spoken(facts, item.Side);
        return facts;
    }
}
