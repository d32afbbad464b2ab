using TechBroker.Matching.Indexing;
using TechBroker.Matching.Quantities;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// Values that a need demands (能量密度 ≥300 Wh/kg) against values that the listing states of the same thing. Each demand that the listing speaks of
/// counts alike; what it does not speak of, or leaves open, is neither met nor missed.
/// </summary>
internal sealed class QuantityScorer : IScorer
{
    private const double NearlyMet = 0.35;

    public string Name => "quantities";

    public double Weight(ScorerWeights weights) => weights.Quantities;

    /// <summary>Half of the demands met, or nothing known of them: a value that fits is as good a reason for as one that does not is against.</summary>
    public double Neutral => 0.5;

    public bool Speaks(Facts facts, Side side) => facts.Measures.Length > 0;

    public Opinion? Judge(in Pair pair)
    {
        var (sum, count, met) = (0.0, 0, 0);
        foreach (var demand in pair.Need.Facts.Measures)
        {
            if (Best(demand, pair.Listing.Facts.Measures) is { Answer: var answer })
            {
                sum += ScoreOf(answer);
                met += answer == Answer.Meets ? 1 : 0;
                count++;
            }
        }

        return count == 0 ? null : new Opinion(
            sum / count,
            met == count ? Verdicts.MeetsDemand : met > 0 ? Verdicts.MeetsSomeDemands : sum > 0 ? Verdicts.NearlyMeetsDemand : Verdicts.MissesDemand);
    }

    /// <summary>Stated and demanded, of a demand that is met, then of one that is not, as they are written.</summary>
    public IReadOnlyList<string> Values(in Pair pair, Opinion opinion)
    {
        var values = new List<string>();
        var (stated, demanded) = (pair.Listing.Quoted, pair.Need.Quoted);
        Measure[] states = [.. stated.Select(quoted => quoted.Measure)];
        var answers = demanded.Select(demand => (Demand: demand, Best: Best(demand.Measure, states))).ToList();
        foreach (var met in new[] { true, false })
        {
            if (answers.Find(answer => answer.Best is { } best && (best.Answer == Answer.Meets) == met) is { Best: { } shown } told)
            {
                values.AddRange([stated[shown.At].Text, told.Demand.Text]);
            }
        }

        return values;
    }

    /// <summary>The stated value that answers a demand best. One that names another thing in the same unit counts only where none names the same.</summary>
    private static (Answer Answer, int At)? Best(in Measure demand, Measure[] stated)
    {
        (Answer Answer, int At)? named = null, byUnit = null;
        for (var i = 0; i < stated.Length; i++)
        {
            if (stated[i].Dimension != demand.Dimension || demand.AnswerBy(stated[i]) is not { } answer)
            {
                continue;
            }

            if (demand.IsOf(stated[i]))
            {
                named = named is { } known && known.Answer >= answer ? known : (answer, i);
            }
            else if (demand.Dimension.IsTelling)
            {
                byUnit = byUnit is { } known && known.Answer >= answer ? known : (answer, i);
            }
        }

        return named ?? byUnit;
    }

    private static double ScoreOf(Answer answer) => answer switch { Answer.Meets => 1, Answer.Nearly => NearlyMet, _ => 0 };
}
