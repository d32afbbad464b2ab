using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// Readiness by GB/T 22900: at or above the level the need asks for is enough. Below it, each missing level costs: one can be
/// made up in a project, three are another project.
/// </summary>
internal sealed class ReadinessScorer : IScorer
{
    private static readonly double[] ByMissingLevels = [1, 0.6, 0.3, 0.1];
    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    public string Name => "readiness";

    public double Weight(ScorerWeights weights) => weights.Readiness;

    /// <summary>Between enough and one level short: most pairs have enough, and a missing level is a mild reason against.</summary>
    public double Neutral => 0.7;

    public bool Speaks(Facts facts, Side side) => facts.Trl is not null;

    public Opinion? Judge(in Pair pair)
    {
        var reached = pair.Listing.Facts.Trl!.Value;
        var wanted = pair.Need.Facts.Trl!.Value;
        var missing = Math.Max(0, wanted - reached);
        var verdict = missing switch { 0 => Verdicts.Ready, 1 => Verdicts.AlmostReady, _ => Verdicts.NotReady };
        return new Opinion(missing < ByMissingLevels.Length ? ByMissingLevels[missing] : 0, verdict, Digits[reached], Digits[wanted]);
    }
}
