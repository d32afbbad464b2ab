namespace TechBroker.Contracts.Http;

/// <summary>One line of a contract's ledger. It never changes; a mistake is taken back by another line.</summary>
public sealed record DealLineBody
{
    /// <summary>From 1 within the contract.</summary>
    public required int Seq { get; init; }

    /// <summary>signed, registered or paid.</summary>
    public required string Kind { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Negative where it takes another line back.</summary>
    public required MoneyBody Amount { get; init; }

    /// <summary>Zero for a payment.</summary>
    public required MoneyBody TechnologyAmount { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Only for the people of the centre.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>The line that it takes back.</summary>
    public int? ReversesSeq { get; init; }
}
