namespace TechBroker.Matching.Indexing;

/// <summary>What the listings, and nobody else, say about a term in one state of the market. For one ranking, and so for one thread.</summary>
internal sealed class ListingStatistics(TextParameters parameters, SideIndex listings)
{
    private readonly Rarity rarity = new(parameters, listings.Count);
    private readonly Dictionary<ulong, int> known = [];

    /// <summary>How many there are.</summary>
    public int Listings => listings.Count;

    /// <summary>The number of listings with the term.</summary>
    public int Holders(ulong term) => listings.CountOf(term);

    /// <summary>1..<see cref="Indexing.Rarity.Largest"/>.</summary>
    public int Rarity(ulong term)
    {
        if (!known.TryGetValue(term, out var found))
        {
            known.Add(term, found = rarity.Of(listings.CountOf(term)));
        }

        return found;
    }
}
