namespace TechBroker.Matching.Indexing;

/// <summary>What the listings, and nobody else, say about a term in one state of the market. For one ranking, and so for one thread.</summary>
internal sealed class ListingStatistics(TextParameters parameters, SideIndex listings)
{
    private readonly Rarity rarity = new(parameters, parameters.RarityPower, listings.Count);
    private readonly Rarity crossRarity = new(parameters, parameters.TranslationRarityPower, listings.Count);
    private readonly Dictionary<ulong, int> known = [];
    private readonly Dictionary<ulong, int> knownCross = [];

    /// <summary>How many there are.</summary>
    public int Listings => listings.Count;

    /// <summary>The number of listings with the term.</summary>
    public int Holders(ulong term) => listings.CountOf(term);

    /// <summary>1..<see cref="Indexing.Rarity.Largest"/>.</summary>
    public int Rarity(ulong term) => Of(term, rarity, known);

    /// <summary>The same, of what only a translation has in common.</summary>
    public int CrossRarity(ulong term) => Of(term, crossRarity, knownCross);

    private int Of(ulong term, Rarity rarities, Dictionary<ulong, int> found)
    {
        if (!found.TryGetValue(term, out var value))
        {
            found.Add(term, value = rarities.Of(listings.CountOf(term)));
        }

        return value;
    }
}
