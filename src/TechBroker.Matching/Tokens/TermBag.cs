namespace TechBroker.Matching.Tokens;

/// <summary>The terms of an item with their impacts, before they meet an index.</summary>
/// <param name="Terms">Distinct terms, in no particular order.</param>
/// <param name="Impacts">Of the same length: how much the item is about the term, 1..255.</param>
/// <param name="Scale">What brings the item's impacts to unit length; multiplied into every score of the item.</param>
internal sealed record TermBag(string[] Terms, byte[] Impacts, double Scale)
{
    /// <summary>What its terms are translated to. They meet the other side's own terms only: a translation of a translation says nothing.</summary>
    public string[] CrossTerms { get; init; } = [];

    /// <summary>Of the same length: the impact of what was translated times the weight of the translation, 1..255.</summary>
    public byte[] CrossImpacts { get; init; } = [];
}
