namespace TechBroker.Matching.Indexing;

/// <summary>What the listings, and nobody else, say about a term in one state of the market. For one ranking, and so for one thread.</summary>
internal sealed class ListingStatistics(TextParameters parameters, SideIndex listings)
{
    private readonly Rarity rarity = new(parameters, parameters.RarityPower, listings.Count);
    private readonly Rarity crossRarity = new(parameters, parameters.RarityPower, listings.Count);
    private readonly Dictionary<ulong, int> counts = [];

    /// <summary>1..<see cref="Indexing.Rarity.Largest"/>, where both sides say the term.</summary>
    public int Rarity(ulong term) => rarity.Of(CountOf(term));

    /// <summary>1..<see cref="Indexing.Rarity.Largest"/>, where one side says what the other's words translate to.</summary>
    public int CrossRarity(ulong term) => crossRarity.Of(CountOf(term));

    private int CountOf(ulong term)
    {
        if (!counts.TryGetValue(term, out var count))
        {
            counts.Add(term, count = listings.CountOf(term));
        }

        return count;
    }
}
