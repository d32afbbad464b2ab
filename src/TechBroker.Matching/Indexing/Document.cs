namespace TechBroker.Matching.Indexing;

/// <summary>An item as the index holds it.</summary>
/// <param name="Item">The item itself: reasons quote its text.</param>
/// <param name="Terms">Ids of its terms, rising.</param>
/// <param name="Impacts">Their impacts, 1..255.</param>
/// <param name="Scale">See <see cref="Tokens.TermBag"/>.</param>
/// <param name="Facts">What the scorers read of it.</param>
internal sealed record Document(MarketItem Item, int[] Terms, byte[] Impacts, double Scale, Facts Facts)
{
    /// <summary>Ids of the terms that its own are translated to, rising.</summary>
    public int[] CrossTerms { get; init; } = [];

    /// <summary>Their impacts, 1..255.</summary>
    public byte[] CrossImpacts { get; init; } = [];
}
