using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>One way to work together that both accept is enough; without one there is still something to negotiate.</summary>
internal sealed class CooperationScorer : IScorer
{
    private const double WithoutCommonMode = 0.2;

    public string Name => "cooperation";

    public double Weight(ScorerWeights weights) => weights.Cooperation;

    /// <summary>Nine pairs in ten share a mode, because most items accept several: a common one says little, none says much.</summary>
    public double Neutral => 0.8;

    public bool Speaks(Facts facts, Side side) => facts.Modes.Length > 0;

    public Opinion? Judge(in Pair pair)
    {
        foreach (var mode in pair.Need.Facts.Modes)
        {
            if (Array.IndexOf(pair.Listing.Facts.Modes, mode) >= 0)
            {
                return new Opinion(1, Verdicts.SameModes);
            }
        }

        return new Opinion(WithoutCommonMode, Verdicts.OtherModes);
    }

    public IReadOnlyList<string> Terms(in Pair pair) => [.. pair.Need.Facts.Modes.Intersect(pair.Listing.Facts.Modes)];
}
