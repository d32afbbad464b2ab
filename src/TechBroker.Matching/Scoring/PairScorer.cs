using TechBroker.Matching.Indexing;
using TechBroker.Matching.Tokens;
using TechBroker.Matching.Vectors;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// Topic first. Text and field say how relevant the pair is, each taking its share of what is missing to 1:
/// <c>r = t + field·f·(1-t)</c>. How well the rest fits, <c>F = Σ weight·(score - neutral)</c>, then moves the pair up or down by
/// <c>r·(1-r)·F</c>: most where relevance leaves doubt, not at all where there is none. A scorer that abstains adds exactly nothing, as
/// does an average opinion, so that scores mean the same however much is known of a pair. With |F| below 1 the score stays within 0..1 and
/// rises with the text's.
/// </summary>
internal sealed class PairScorer
{
    /// <summary>The formula. Raised with it: scores of two formulas cannot be compared.</summary>
    internal const string Formula = "1.3";

    /// <summary>Covers the rounding of bounds and sums, so that a bound never cuts off what it should let through.</summary>
    private const double Slack = 1e-9;

    private const int Text = 0;
    private const int Field = 1;
    private const int FirstOfFit = 2;

    private readonly IScorer[] scorers;
    private readonly double[] weights;
    private readonly TextScorer text;
    private readonly MatchingParameters parameters;
    private readonly TermVectors? vectors;
    private readonly TermAnalyzer analyzer;

    public PairScorer(MatchingParameters parameters, TermVectors? vectors = null)
    {
        this.parameters = parameters;
        this.vectors = parameters.Grading.Likeness > 0 ? vectors : null;
        analyzer = new TermAnalyzer(parameters.Text);
        text = new TextScorer(parameters.Text.Half);
        scorers =
        [
            text, new FieldScorer(), new ReadinessScorer(), new CooperationScorer(), new PriceScorer(), new RegionScorer(),
            new IntellectualPropertyScorer(), new TimingScorer(), new QuantityScorer(),
        ];
        weights = [.. scorers.Select(scorer => scorer.Weight(parameters.Weights))];
        EngineVersion = Formula + "+" + parameters.Version + (this.vectors is null ? "" : "+" + this.vectors.Version);
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
        var score = Sum(pair, shares, default, floor);
        return score >= 0 ? score : null;
    }

    /// <param name="pair">With both documents opened: reasons quote them.</param>
    /// <param name="traits">See <see cref="TraitsIn"/>.</param>
    public Match Explain(in Pair pair, PairTraits traits)
    {
        var exclusion = Exclusions.Of(pair, parameters.HopelessPriceRatio);
        var contributions = new List<Contribution>(scorers.Length);
        var score = 0.0;
        if (exclusion is null)
        {
            var opinions = new Opinion?[scorers.Length];
            var shares = new double[scorers.Length];
            score = Sum(pair, shares, opinions, floor: 0);
            for (var i = 0; i < opinions.Length; i++)
            {
                if (opinions[i] is { } opinion)
                {
                    Add(i, shares[i], opinion, pair, contributions);
                }
            }
        }

        return new Match
        {
            ListingId = pair.Listing.Id,
            NeedId = pair.Need.Id,
            ListingRevision = pair.Listing.Revision,
            NeedRevision = pair.Need.Revision,
            Score = score,
            Level = parameters.LevelOf(score, traits.Of(pair)),
            EngineVersion = EngineVersion,
            Contributions = contributions,
            Exclusion = exclusion,
        };
    }

    /// <summary>Of a need that is opened; see <see cref="Generality"/>.</summary>
    public double GeneralityOf(Document need, ListingStatistics statistics) => Generality.Of(need, statistics, parameters);

    /// <summary>What levels go by besides scores, for all pairs of one ranking.</summary>
    public PairTraits TraitsIn(ListingStatistics statistics) => new(parameters, statistics, vectors is null ? null : new Likenesses(vectors, analyzer));

    /// <summary>
    /// The overlap a pair needs at least to reach a score, if every other scorer that has data were to give it a 1. A pair below it
    /// cannot reach the score, so nothing is lost by not looking at it.
    /// </summary>
    public double LeastOverlap(int spokenByBoth, double score)
    {
        // The smaller root of r + r(1-r)F = score, in the form that loses no digits and holds for F = 0.
        var least = Math.Clamp(score - Slack, 0, 1);
        var fit = BestFit(spokenByBoth);
        var relevance = 2 * least / (1 + fit + Math.Sqrt(((1 + fit) * (1 + fit)) - (4 * fit * least)));
        var field = (spokenByBoth & (1 << Field)) != 0 ? weights[Field] : 0;
        var leastText = (relevance - field) / (1 - field);
        return leastText <= 0 ? 0 : text.OverlapFor(leastText) * (1 - Slack);
    }

    /// <returns>The score; negative as soon as not even full marks from everyone still to be asked would reach the floor.</returns>
    private double Sum(in Pair pair, Span<double> shares, Span<Opinion?> opinions, double floor)
    {
        var spoken = pair.Listing.Facts.Spoken & pair.Need.Facts.Spoken;
        var relevance = 0.0;
        for (var i = Text; i < FirstOfFit; i++)
        {
            shares[i] = weights[i] * (1 - relevance) * ScoreOf(i, pair, spoken, opinions);
            relevance += shares[i];
        }

        var room = relevance * (1 - relevance);
        var open = BestFit(spoken);
        var score = relevance;
        for (var i = FirstOfFit; i < scorers.Length && score + (room * open) >= floor - Slack; i++)
        {
            shares[i] = room * weights[i] * (ScoreOf(i, pair, spoken, opinions) - scorers[i].Neutral);
            score += shares[i];
            open -= Best(i, spoken);
        }

        return score + (room * open) < floor - Slack ? -1 : Math.Clamp(score, 0, 1);
    }

    /// <summary>What the scorer says; its neutral score if it says nothing.</summary>
    private double ScoreOf(int scorer, in Pair pair, int spoken, Span<Opinion?> opinions)
    {
        if ((spoken & (1 << scorer)) == 0 || scorers[scorer].Judge(pair) is not { } opinion)
        {
            return scorers[scorer].Neutral;
        }

        if (!opinions.IsEmpty)
        {
            opinions[scorer] = opinion;
        }

        return opinion.Score;
    }

    /// <summary>The largest F that these scorers could give.</summary>
    private double BestFit(int spoken)
    {
        var sum = 0.0;
        for (var i = FirstOfFit; i < scorers.Length; i++)
        {
            sum += Best(i, spoken);
        }

        return sum;
    }

    private double Best(int scorer, int spoken) => (spoken & (1 << scorer)) != 0 ? weights[scorer] * (1 - scorers[scorer].Neutral) : 0;

    private void Add(int scorer, double share, Opinion opinion, in Pair pair, List<Contribution> contributions)
    {
        // What is split adds up to what it was: one part is what the other leaves.
        var translated = scorer == Text ? CrossLanguage.ShareOf(pair) : 0;
        var cross = share * translated;
        if (translated < 1)
        {
            contributions.Add(Contribution(scorers[scorer], share - cross, opinion, pair));
        }

        if (translated > 0)
        {
            contributions.Add(CrossLanguage.Contribution(cross, pair));
        }
    }

    private static Contribution Contribution(IScorer scorer, double share, Opinion opinion, in Pair pair) => new()
    {
        Scorer = scorer.Name,
        Score = share,
        Terms = scorer.Terms(pair),
        Verdict = opinion.Verdict,
        Values = scorer.Values(pair, opinion),
    };
}
