namespace TechBroker.Matching.Indexing;

/// <summary>What the listings, and nobody else, say about a term at this moment. Valid while the index's lock is held.</summary>
internal sealed class ListingStatistics(TextParameters parameters, TermTable terms, SideIndex listings)
{
    private readonly Rarity rarity = new(parameters, parameters.RarityPower, listings.Count);
    private readonly Rarity crossRarity = new(parameters, parameters.TranslationRarityPower, listings.Count);

    public int? Find(ReadOnlySpan<char> term) => terms.Find(term);

    /// <summary>1..<see cref="Indexing.Rarity.Largest"/>.</summary>
    public int Rarity(int term) => rarity.Of(listings.Postings(term).Count);

    /// <summary>Of what only a translation has in common.</summary>
    public int CrossRarity(int term) => crossRarity.Of(listings.Postings(term).Count);
}
