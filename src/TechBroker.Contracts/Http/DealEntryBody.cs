namespace TechBroker.Contracts.Http;

/// <summary>One action in a contract's log.</summary>
public sealed record DealEntryBody
{
    public required int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>record, approve, reject, register, refuse, pay, reversePayment, complete, breach, terminate or reverse.</summary>
    public required string Action { get; init; }

    /// <summary>Only for the people of the centre.</summary>
    public Guid? ActorId { get; init; }

    public DateOnly? On { get; init; }

    public MoneyBody? Amount { get; init; }

    public string? RegistrationNumber { get; init; }

    /// <summary>The ledger's line that was taken back.</summary>
    public int? Line { get; init; }

    /// <summary>What was said with an approval or a rejection is for the people of the centre only.</summary>
    public string? Note { get; init; }
}
