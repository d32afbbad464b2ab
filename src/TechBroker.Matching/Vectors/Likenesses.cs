using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Vectors;

/// <summary>How alike two items are by the vectors of what they are called. Remembers the vectors of those it was asked about: for one use.</summary>
internal sealed class Likenesses(TermVectors vectors, TermAnalyzer analyzer)
{
    private readonly Dictionary<(Side, Guid), long[]> known = [];

    /// <summary>What says in short what an item is about: descriptions only blur it.</summary>
    public static MarketItem Told(MarketItem item) => item with { Description = "" };

    /// <returns>-1 to 1; null where one side has no word that the vectors know.</returns>
    public double? Of(MarketItem listing, MarketItem need) => TermVectors.Likeness(Of(listing), Of(need));

    /// <summary>The same above or below what is typical; 0 where nothing is known.</summary>
    public double Above(MarketItem listing, MarketItem need) => Of(listing, need) is { } likeness ? likeness - GradingParameters.TypicalLikeness : 0;

    private long[] Of(MarketItem item)
    {
        if (!known.TryGetValue((item.Side, item.Id), out var vector))
        {
            known.Add((item.Side, item.Id), vector = vectors.Of(analyzer.Analyze(Told(item))));
        }

        return vector;
    }
}
