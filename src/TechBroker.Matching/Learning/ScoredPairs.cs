using TechBroker.Matching.Scoring;
using TechBroker.Matching.Tokens;
using TechBroker.Matching.Vectors;

namespace TechBroker.Matching.Learning;

/// <summary>A judged pair with the engine's score.</summary>
/// <param name="Judged">The pair.</param>
/// <param name="Score">0..1.</param>
/// <param name="Traits">What its level goes by besides.</param>
internal readonly record struct ScoredPair(JudgedPair Judged, double Score, Traits Traits = default)
{
    /// <summary>The same with the number that levels go by in place of the score.</summary>
    public ScoredPair StandingAt(GradingParameters grading) => this with { Score = grading.Standing(Score, Traits) };
}

/// <summary>Scores judged pairs against the statistics of all given listings. No label takes part in a score.</summary>
internal sealed class ScoredPairs
{
    private readonly MarketIndex index;
    private readonly Likenesses? likenesses;
    private readonly Dictionary<(Side, Guid), MarketItem> known = [];

    public ScoredPairs(IEnumerable<MarketItem> items, MatchingParameters parameters, TermVectors? vectors = null)
    {
        index = new MarketIndex(parameters);
        likenesses = vectors is null ? null : new Likenesses(vectors, new TermAnalyzer(parameters.Text));
        foreach (var item in items)
        {
            index.Put(item);
            known[(item.Side, item.Id)] = item;
        }
    }

    /// <returns>In the order given, without pairs of which an item is not known.</returns>
    public List<ScoredPair> Of(IReadOnlyList<JudgedPair> judgements)
    {
        var scored = new List<ScoredPair>(judgements.Count);
        var generality = new Dictionary<Guid, double>();
        foreach (var judged in judgements)
        {
            if (index.RawScore(judged.ListingId, judged.NeedId) is { } score)
            {
                if (!generality.TryGetValue(judged.NeedId, out var ofNeed))
                {
                    generality.Add(judged.NeedId, ofNeed = index.GeneralityOf(judged.NeedId));
                }

                scored.Add(new ScoredPair(judged, score, new Traits(ofNeed, LikenessOf(judged))));
            }
        }

        return scored;
    }

    private double LikenessOf(JudgedPair judged) =>
        likenesses?.Above(known[(Side.Listing, judged.ListingId)], known[(Side.Need, judged.NeedId)]) ?? 0;
}
