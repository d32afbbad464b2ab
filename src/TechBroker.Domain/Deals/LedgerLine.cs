namespace TechBroker.Domain.Deals;

public enum LedgerKind
{
    Signed,
    Registered,
    Paid,
}

/// <summary>A line of a contract's ledger, in its currency. A reversal has the same kind and day and the negative amounts.</summary>
public sealed record LedgerLine
{
    /// <summary>From 1 within its contract: a number over all contracts would tell a party how many there are.</summary>
    public required int Number { get; init; }

    public required LedgerKind Kind { get; init; }

    /// <summary>On which it was signed, registered or paid.</summary>
    public required DateOnly Day { get; init; }

    public required long MinorUnits { get; init; }

    /// <summary>Zero for a payment, of which nobody says what it is for.</summary>
    public required long TechnologyMinorUnits { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    /// <summary>The number of the line that it takes back.</summary>
    public int? Reverses { get; init; }
}
