namespace TechBroker.Matching;

/// <summary>How texts become a score.</summary>
public sealed record TextParameters
{
    public required SideTextParameters Listing { get; init; }

    public required SideTextParameters Need { get; init; }

    /// <summary>The weight of a single Chinese character beside its bigrams; 0 leaves it out.</summary>
    public required double SingleCharacter { get; init; }

    /// <summary>The weight of the last word of a Latin phrase beside those before it.</summary>
    public required double LatinHead { get; init; }

    /// <summary>The weight of the likeliest translation of a word beside the word itself; 0 translates nothing.</summary>
    public required double Translation { get; init; }

    /// <summary>Exponent of the inverse document frequency of what only a translation has in common.</summary>
    public required double TranslationRarityPower { get; init; }

    /// <summary>Exponent of the inverse document frequency.</summary>
    public required double RarityPower { get; init; }

    /// <summary>Imaginary listings that share no word with anyone: in a young market nothing is rare yet.</summary>
    public required double RarityPrior { get; init; }

    /// <summary>
    /// Rarity is measured against a word that one of at least this many listings holds. Among fewer, the rarest word of the market may be an
    /// ordinary one of the trade: nothing there is proven rare.
    /// </summary>
    public required double RarityBase { get; init; }

    /// <summary>The raw overlap at which the text score is one half.</summary>
    public required double Half { get; init; }
}
