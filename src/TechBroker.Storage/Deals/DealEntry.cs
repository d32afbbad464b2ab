using TechBroker.Domain;
using TechBroker.Domain.Deals;

namespace TechBroker.Storage.Deals;

/// <summary>One action in a contract's log.</summary>
/// <param name="Action">What was done.</param>
/// <param name="ActorId">The account that did it.</param>
/// <param name="Details">With what.</param>
public sealed record DealEntry(DealAction Action, Guid ActorId, DealDetails Details);

/// <summary>Codes, ids and the words of one action; kept as JSON.</summary>
public sealed record DealDetails
{
    public static readonly DealDetails None = new();

    /// <summary>The day that the action is about.</summary>
    public DateOnly? On { get; init; }

    public Money? Amount { get; init; }

    /// <summary>The number of a registration.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The line of the ledger that was taken back.</summary>
    public int? Line { get; init; }

    public string? Note { get; init; }
}

/// <summary>A stored entry; <see cref="Seq"/> is the revision that it made.</summary>
public sealed record StoredDealEntry
{
    public required int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? ActorId { get; init; }

    public required string Action { get; init; }

    public required string Details { get; init; }

    public DealAction ActionCode => Codes.Parse<DealAction>(Action);
}
