using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>A granted right can be transferred, an application may fail. Speaks for every need: all of them want to own what they pay for.</summary>
internal sealed class IntellectualPropertyScorer : IScorer
{
    public string Name => "intellectualProperty";

    public double Weight(ScorerWeights weights) => weights.IntellectualProperty;

    /// <summary>Between granted and applied for: most listings that name a right have it, so that is no news, and an application is a mild doubt.</summary>
    public double Neutral => 0.8;

    public bool Speaks(Facts facts, Side side) => side == Side.Need || facts.Protection is not null;

    public Opinion? Judge(in Pair pair)
    {
        var protection = pair.Listing.Facts.Protection!;
        return new Opinion(protection.Score, protection.Verdict, protection.Right);
    }
}
