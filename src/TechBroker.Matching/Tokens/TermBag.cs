namespace TechBroker.Matching.Tokens;

/// <summary>The terms of an item with their impacts, before they meet an index.</summary>
/// <param name="Terms">Distinct terms, in no particular order.</param>
/// <param name="Impacts">Of the same length: how much the item is about the term, 1..255.</param>
/// <param name="Scale">What brings the item's impacts to unit length; multiplied into every score of the item.</param>
internal sealed record TermBag(string[] Terms, byte[] Impacts, double Scale)
{
    /// <summary>Distinct terms that the item's own translate to. They meet own terms of the other side only.</summary>
    public string[] CrossTerms { get; init; } = [];

    /// <summary>Of the same length, 1..255.</summary>
    public byte[] CrossImpacts { get; init; } = [];
}
