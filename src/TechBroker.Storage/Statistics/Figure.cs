namespace TechBroker.Storage.Statistics;

/// <summary>A sum over ledger lines of one currency, in minor units; a reversal counts as minus one.</summary>
public readonly record struct Figure(long Count, long Amount, long Technology)
{
    public bool IsZero => this == default;

    public static Figure operator +(Figure a, Figure b) => checked(new(a.Count + b.Count, a.Amount + b.Amount, a.Technology + b.Technology));

    public static Figure operator -(Figure a, Figure b) => checked(new(a.Count - b.Count, a.Amount - b.Amount, a.Technology - b.Technology));

    public static Figure Add(Figure left, Figure right) => left + right;

    public static Figure Subtract(Figure left, Figure right) => left - right;
}

/// <summary>One group of contracts in one currency.</summary>
/// <param name="Keys">In the order of the dimensions; null where a contract has none.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Known">What was on record at the time that was asked for; all of it where none was.</param>
/// <param name="Now">What is on record now.</param>
public sealed record ContractFigure(IReadOnlyList<string?> Keys, string Currency, Figure Known, Figure Now);

/// <summary>A line of the ledger with what is needed to find its contract.</summary>
public sealed record ContractLine
{
    public required long Seq { get; init; }

    public required Guid DealId { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public required DateOnly Day { get; init; }

    public required string Currency { get; init; }

    public required long AmountMinorUnits { get; init; }

    public required long TechnologyMinorUnits { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public long? ReversesSeq { get; init; }
}
