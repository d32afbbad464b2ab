using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// The weighted mean of the scorers that have data. Abstaining takes a scorer's weight out, so that missing data neither helps nor
/// harms.
/// </summary>
internal sealed class PairScorer
{
    /// <summary>Covers the rounding of bounds and means, so that a bound never cuts off what it should let through.</summary>
    private const double Slack = 1e-9;

    private readonly IScorer[] scorers;
    private readonly double[] weights;
    private readonly TextScorer text;
    private readonly MatchingParameters parameters;

    public PairScorer(MatchingParameters parameters)
    {
        this.parameters = parameters;
        text = new TextScorer(parameters.Text.Half);
        scorers =
        [
            text, new FieldScorer(), new ReadinessScorer(), new CooperationScorer(), new PriceScorer(), new RegionScorer(),
            new IntellectualPropertyScorer(), new TimingScorer(),
        ];
        weights = [.. scorers.Select(scorer => scorer.Weight(parameters.Weights))];
        EngineVersion = "1.0+" + parameters.Version;
    }

    public string EngineVersion { get; }

    /// <summary>The number of different answers of <see cref="Spoken"/>.</summary>
    public int SpokenSets => 1 << scorers.Length;

    /// <summary>The set of scorers, as bits, that have data in the item.</summary>
    public int Spoken(Facts facts, Side side)
    {
        var spoken = 0;
        for (var i = 0; i < scorers.Length; i++)
        {
            spoken |= weights[i] > 0 && scorers[i].Speaks(facts, side) ? 1 << i : 0;
        }

        return spoken;
    }

    /// <summary>0..1, or null if the pair is excluded, or if it cannot reach the floor and nobody needs to know more.</summary>
    public double? Score(in Pair pair, double floor = 0)
    {
        if (Exclusions.Of(pair, parameters.HopelessPriceRatio) is not null)
        {
            return null;
        }

        Span<double> shares = stackalloc double[scorers.Length];
        var score = Mean(pair, shares, default, floor);
        return score >= 0 ? score : null;
    }

    public Match Explain(in Pair pair)
    {
        var exclusion = Exclusions.Of(pair, parameters.HopelessPriceRatio);
        var contributions = new List<Contribution>(scorers.Length);
        var score = 0.0;
        if (exclusion is null)
        {
            var opinions = new Opinion?[scorers.Length];
            var shares = new double[scorers.Length];
            score = Mean(pair, shares, opinions, floor: 0);
            for (var i = 0; i < opinions.Length; i++)
            {
                if (opinions[i] is { } opinion)
                {
                    contributions.Add(Contribution(scorers[i], shares[i], opinion, pair));
                }
            }
        }

        return new Match
        {
            ListingId = pair.Listing.Item.Id,
            NeedId = pair.Need.Item.Id,
            ListingRevision = pair.Listing.Item.Revision,
            NeedRevision = pair.Need.Item.Revision,
            Score = score,
            Level = parameters.LevelOf(score),
            EngineVersion = EngineVersion,
            Contributions = contributions,
            Exclusion = exclusion,
        };
    }

    /// <summary>
    /// The overlap a pair needs at least to reach a score, if every other scorer that has data were to give it a 1. A pair below it
    /// cannot reach the score, so nothing is lost by not looking at it.
    /// </summary>
    public double LeastOverlap(int spokenByBoth, double score)
    {
        var others = WeightOf(spokenByBoth & ~1);
        var leastText = (((score - Slack) * (weights[0] + others)) - others) / weights[0];
        return leastText <= 0 ? 0 : text.OverlapFor(leastText) * (1 - Slack);
    }

    /// <returns>The mean; negative as soon as not even full marks from everyone still to be asked would reach the floor.</returns>
    private double Mean(in Pair pair, Span<double> shares, Span<Opinion?> opinions, double floor)
    {
        var spoken = pair.Listing.Facts.Spoken & pair.Need.Facts.Spoken;
        var open = WeightOf(spoken);
        var sum = 0.0;
        var total = 0.0;
        for (var i = 0; i < scorers.Length; i++)
        {
            shares[i] = 0;
            if ((spoken & (1 << i)) == 0)
            {
                continue;
            }

            open -= weights[i];
            if (scorers[i].Judge(pair) is not { } opinion)
            {
                continue;
            }

            shares[i] = weights[i] * opinion.Score;
            sum += shares[i];
            total += weights[i];
            if (!opinions.IsEmpty)
            {
                opinions[i] = opinion;
            }

            if (sum + open < (floor - Slack) * (total + open))
            {
                return -1;
            }
        }

        var score = 0.0;
        for (var i = 0; total > 0 && i < shares.Length; i++)
        {
            shares[i] /= total;
            score += shares[i];
        }

        return Math.Min(score, 1);
    }

    private double WeightOf(int spoken)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (spoken & (1 << i)) != 0 ? weights[i] : 0;
        }

        return sum;
    }

    private static Contribution Contribution(IScorer scorer, double share, Opinion opinion, in Pair pair) => new()
    {
        Scorer = scorer.Name,
        Score = share,
        Terms = scorer.Terms(pair),
        Verdict = opinion.Verdict,
        Values = opinion switch
        {
            { ListingValue: { } listing, NeedValue: { } need } => [listing, need],
            { ListingValue: { } listing } => [listing],
            _ => [],
        },
    };
}
