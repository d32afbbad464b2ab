using TechBroker.Matching.Scoring;

namespace TechBroker.Matching.Indexing;

/// <summary>Counts what is ranked before one pair, and finds the best; ties by id, as everywhere.</summary>
internal sealed class Ranks(double score, Guid id)
{
    private bool isRanked;
    private int ahead;
    private (Pair Pair, double Score, Guid Id)? best;

    public int Count { get; private set; }

    /// <summary>From 1; null where the pair is not among the counted.</summary>
    public int? Rank => isRanked ? ahead + 1 : null;

    /// <summary>Null where the pair itself is the best, or nothing is ranked.</summary>
    public Pair? Best => best is { } found && found.Id != id ? found.Pair : null;

    public void Add(in Pair pair, double scored, Guid other)
    {
        Count++;
        isRanked |= other == id;
        ahead += IsBefore((scored, other), (score, id)) ? 1 : 0;
        if (best is not { } former || IsBefore((scored, other), (former.Score, former.Id)))
        {
            best = (pair, scored, other);
        }
    }

    private static bool IsBefore((double Score, Guid Id) one, (double Score, Guid Id) other) =>
        one.Score > other.Score || (one.Score == other.Score && one.Id.CompareTo(other.Id) < 0);
}
