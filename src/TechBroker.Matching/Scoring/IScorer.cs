using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>One view of how well a listing answers a need. Without state; every implementation is a pure function of the pair.</summary>
internal interface IScorer
{
    /// <summary>As in <see cref="Contribution.Scorer"/>.</summary>
    string Name { get; }

    double Weight(ScorerWeights weights);

    /// <summary>
    /// 0..1, the score that speaks neither for nor against: what a pair of nothing in particular gets. 0 for the topic, where nothing in
    /// common is no reason; abstaining counts as neutral.
    /// </summary>
    double Neutral => 0;

    /// <summary>Whether the item, as listing or as need, has the data. Without it on both sides the scorer abstains.</summary>
    bool Speaks(Facts facts, Side side);

    /// <summary>Asked only when it speaks for both sides. Null: abstains all the same (prices in two currencies).</summary>
    Opinion? Judge(in Pair pair);

    /// <summary>What both sides share, strongest first, for the reasons. Asked for the few best pairs only.</summary>
    IReadOnlyList<string> Terms(in Pair pair) => [];

    /// <summary>What was compared, the listing's before the need's. Asked for the few best pairs only.</summary>
    IReadOnlyList<string> Values(in Pair pair, Opinion opinion) => opinion switch
    {
        { ListingValue: { } listing, NeedValue: { } need } => [listing, need],
        { ListingValue: { } listing } => [listing],
        _ => [],
    };
}
