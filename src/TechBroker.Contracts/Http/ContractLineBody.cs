namespace TechBroker.Contracts.Http;

/// <summary>A line of the ledger; a reversal has the negative amounts of the line that it takes back.</summary>
public sealed record ContractLineBody
{
    public required long Seq { get; init; }

    public required Guid DealId { get; init; }

    public required string Title { get; init; }

    /// <summary>signed, registered or paid.</summary>
    public required string Kind { get; init; }

    /// <summary>On which it was signed, registered or paid.</summary>
    public required DateOnly Day { get; init; }

    public required MoneyBody Amount { get; init; }

    public required MoneyBody TechnologyAmount { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The line that this one takes back.</summary>
    public long? ReversesSeq { get; init; }
}
