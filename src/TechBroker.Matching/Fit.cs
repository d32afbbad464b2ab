using System.Globalization;
using TechBroker.Matching.Learning;
using TechBroker.Matching.Vectors;

namespace TechBroker.Matching;

/// <summary>Fits parameters to judged pairs. The same input gives the same parameters.</summary>
public static class Fit
{
    /// <summary>Half as many pairs are graded as high as people graded them: see <see cref="Calibration.Fit"/>.</summary>
    private const double LeastShare = 0.5;

    /// <summary>What the starting level weighs, in judged pairs: see <see cref="Calibration.Towards"/>.</summary>
    private const int PriorPairs = 50;

    /// <summary>
    /// Fits a few weights of the text and of the scorers, each only if that clearly pays, and then the levels, which move as far from where
    /// they were as there are pairs to tell. With term vectors also what levels go by besides the score. What comes back has a version that names its numbers and says how many pairs it was fitted on; the
    /// caller may put better words to the latter.
    /// </summary>
    /// <returns><paramref name="start"/> itself if no judged pair is known, or nothing came of them.</returns>
    public static MatchingParameters Run(
        IEnumerable<MarketItem> listings,
        IEnumerable<MarketItem> needs,
        IReadOnlyList<JudgedPair> train,
        MatchingParameters start,
        TermVectors? vectors = null)
    {
        var items = listings.Concat(needs).ToList();
        var search = new CoordinateSearch(items, train);
        var weighed = search.Improve(search.Improve(start, ParameterChange.OfText), ParameterChange.OfScorers);
        var scored = new ScoredPairs(items, weighed, vectors).Of(train);
        if (scored.Count == 0)
        {
            return start;
        }

        var grading = vectors is not null && Grader.Knows(scored)
            ? Grader.WeightsOf(scored, weighed.Grading) with { Vectors = vectors.Version }
            : weighed.Grading with { Likeness = 0, Vectors = null };
        var standing = scored.ConvertAll(pair => pair.StandingAt(grading));
        var levels = Calibration.Towards(scored, Calibration.Fit(standing, LeastShare), start.Levels, PriorPairs);
        var fitted = weighed with { Grading = grading, Levels = levels };
        if (fitted.Fingerprint() == start.Fingerprint())
        {
            return start;
        }

        return fitted with
        {
            Version = $"{start.BaseVersion}{MatchingParameters.FitMark}{fitted.Fingerprint()}",
            Engine = MatchingParameters.EngineFormula,
            TrainedOn = string.Create(
                CultureInfo.InvariantCulture,
                $"{scored.Count} judged pairs of {scored.Select(pair => pair.Judged.NeedId).Distinct().Count()} needs, from version {start.Version}"),
            Training = null,
            Notes = [],
        };
    }
}
