using TechBroker.Matching.Scoring;

namespace TechBroker.Matching.Indexing;

/// <summary>The best k, and beyond them whoever reaches a score, at most a limit in all.</summary>
internal sealed class Shortlist(int k, double atScore, int limit)
{
    private readonly BestOf<double> first = new(k);
    private readonly BestOf<(Pair Pair, double Score)> all = new(limit);

    /// <summary>What a pair has to reach to get in, by all that is known so far; only rises.</summary>
    public double Floor => Math.Max(all.Threshold, Math.Min(k > 0 ? first.Threshold : atScore, atScore));

    public void Offer(in Pair pair, double score, Guid id)
    {
        if (k > 0)
        {
            first.Offer(score, score, id);
        }

        all.Offer((pair, score), score, id);
    }

    /// <summary>Empties itself, best first.</summary>
    public IReadOnlyList<Pair> TakeAll() => [.. all.TakeAll().Where((found, place) => place < k || found.Score >= atScore).Select(found => found.Pair)];
}
