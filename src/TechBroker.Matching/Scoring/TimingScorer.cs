using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// The time the need leaves, from posting to deadline, against the time such a listing takes to TRL 8. There is no clock here: a
/// deadline that has passed is the domain's affair.
/// </summary>
internal sealed class TimingScorer : IScorer
{
    // Half a year per missing level, the low end of what managers count on; 60 days to conclude even what is finished.
    private const int DaysPerLevel = 180;
    private const int DaysToConclude = 60;
    private const int CompleteLevel = 8;
    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    public string Name => "timing";

    public double Weight(ScorerWeights weights) => weights.Timing;

    /// <summary>Between in time and tight: deadlines are wishes, and most leave a little less time than the work takes.</summary>
    public double Neutral => 0.7;

    public bool Speaks(Facts facts, Side side) => side == Side.Listing ? facts.Trl is not null : facts.Days is not null;

    public Opinion? Judge(in Pair pair)
    {
        var trl = pair.Listing.Facts.Trl!.Value;
        var required = DaysToConclude + (DaysPerLevel * Math.Max(0, CompleteLevel - trl));
        var score = Math.Clamp((double)pair.Need.Facts.Days!.Value / required, 0, 1);
        var verdict = score switch { >= 1 => Verdicts.InTime, >= 0.5 => Verdicts.Tight, _ => Verdicts.TooLate };
        return new Opinion(score, verdict, Digits[trl], pair.Need.Facts.DaysText);
    }
}
