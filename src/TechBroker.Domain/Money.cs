namespace TechBroker.Domain;

/// <summary>An amount in whole minor units (fen, cents) of an ISO 4217 currency.</summary>
public readonly record struct Money(string Currency, long MinorUnits)
{
    /// <summary>10^15 minor units: ten trillion yuan, above any contract. Sums use checked arithmetic.</summary>
    public const long Largest = 1_000_000_000_000_000;

    public static bool IsCurrency(string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetterUpper);
}
