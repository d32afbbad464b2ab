using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// How common the things are that a need speaks of: its overlap with an average listing. A need of words that half the market uses overlaps
/// with everyone, so that the same score says less than it does of a need with words of its own. People judge so, too, see the notes of the
/// parameters. Counted over published listings alone, and the same for every listing: it takes no part in any order.
/// </summary>
internal static class Generality
{
    /// <summary>In doublings; what lies beyond is counted as this, because few judged needs do.</summary>
    private const double Furthest = 0.5;

    /// <summary>The lowest there is.</summary>
    public const double Least = -Furthest;

    /// <summary>Doublings over what is usual, -0.5 to 0.5; nearer to 0 where the market is too small to tell.</summary>
    /// <param name="need">Opened.</param>
    /// <param name="statistics">Of the market that it stands in.</param>
    /// <param name="parameters">Say what is usual, and how many listings it takes to know.</param>
    public static double Of(Document need, ListingStatistics statistics, MatchingParameters parameters)
    {
        var common = Commonness(need, statistics);
        if (common <= 0)
        {
            return 0;
        }

        var doublings = DeterministicMath.Log2(common / parameters.Grading.Typical);
        return Math.Clamp(doublings, -Furthest, Furthest) * statistics.Listings / (statistics.Listings + parameters.Text.RarityPrior);
    }

    /// <summary>0 or more: the sum over the need's terms of impact × rarity × the share of listings that hold the term, in the need's scale.</summary>
    public static double Commonness(Document need, ListingStatistics statistics)
    {
        var sum = 0L;
        for (var i = 0; i < need.Terms.Length; i++)
        {
            sum += (long)need.Impacts[i] * statistics.Rarity(need.Terms[i]) * statistics.Holders(need.Terms[i]);
        }

        return sum == 0 ? 0 : sum / (255.0 * Rarity.Largest) * need.Scale / statistics.Listings;
    }
}
