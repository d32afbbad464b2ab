using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// Fields of technology: each side's codes look for their closest on the other side, and the better covered side counts, because
/// a listing with one exact field must not lose to one that carries a dozen.
/// </summary>
internal sealed class FieldScorer : IScorer
{
    public string Name => "field";

    public double Weight(ScorerWeights weights) => weights.Field;

    public bool Speaks(Facts facts, Side side) => facts.Fields.Length > 0;

    public Opinion? Judge(in Pair pair)
    {
        var score = Math.Max(
            Coverage(pair.Need.Facts.Fields, pair.Listing.Facts.Fields),
            Coverage(pair.Listing.Facts.Fields, pair.Need.Facts.Fields));
        return new Opinion(score, score switch { 0 => Verdicts.OtherField, 1 => Verdicts.SameField, _ => Verdicts.RelatedField });
    }

    public IReadOnlyList<string> Terms(in Pair pair)
    {
        var offered = pair.Listing.Facts.Fields;
        return [.. pair.Need.Facts.Fields.Where(field => Closest(field, offered) > 0).Select(field => field.Code)];
    }

    private static double Coverage(FieldCode[] wanted, FieldCode[] offered)
    {
        var sum = 0.0;
        foreach (var field in wanted)
        {
            sum += Closest(field, offered);
        }

        return sum / wanted.Length;
    }

    private static double Closest(FieldCode field, FieldCode[] others)
    {
        var best = 0.0;
        foreach (var other in others)
        {
            best = Math.Max(best, field.Closeness(other));
        }

        return best;
    }
}
