namespace TechBroker.Contracts.Http;

/// <summary>An engagement as its reader may see it.</summary>
public sealed record EngagementBody
{
    public required Guid Id { get; init; }

    /// <summary>Grows by one with every action; also the ETag.</summary>
    public required int Revision { get; init; }

    /// <summary>proposed, interested, mutual, introduced, met, negotiating, publicity, signed or closed.</summary>
    public required string State { get; init; }

    /// <summary>Absent where listing is.</summary>
    public Guid? ListingId { get; init; }

    /// <summary>Absent where need is.</summary>
    public Guid? NeedId { get; init; }

    /// <summary>Absent for a manager who just handed it over because of a conflict: they may not see the file.</summary>
    public EngagementListingBody? Listing { get; init; }

    /// <summary>Before an introduction the listing's side gets the public view of a hidden need.</summary>
    public EngagementNeedBody? Need { get; init; }

    /// <summary>listing or need where the reader is a party.</summary>
    public string? YourSide { get; init; }

    public DateTimeOffset? ListingInterestAt { get; init; }

    public DateTimeOffset? NeedInterestAt { get; init; }

    public DateTimeOffset? IntroducedAt { get; init; }

    /// <summary>The manager who runs it; null until one takes it up. The sides do not see whom it was offered to.</summary>
    public Guid? ManagerId { get; init; }

    /// <summary>By when the manager has to take it on; only for the people of the centre.</summary>
    public DateTimeOffset? AcceptBy { get; init; }

    /// <summary>Nobody logged it: it was found by matching.</summary>
    public bool? ProposedBySystem { get; init; }

    /// <summary>The program found nobody for it and an organiser has to; only for the people of the centre.</summary>
    public bool? Escalated { get; init; }

    /// <summary>How its managers share the credit; only for the people of the centre.</summary>
    public IReadOnlyList<CreditShareBody>? Credits { get; init; }

    /// <summary>Only for managers and whoever logged it.</summary>
    public Guid? LoggedBy { get; init; }

    /// <summary>Only for managers and whoever logged it.</summary>
    public string? Note { get; init; }

    /// <summary>A code of the vocabulary price-modes, once the sides negotiate.</summary>
    public string? PriceMode { get; init; }

    /// <summary>What was made public.</summary>
    public MoneyBody? Price { get; init; }

    /// <summary>The first day of the publicity, or of its last run where somebody objected.</summary>
    public DateOnly? PublicityFrom { get; init; }

    /// <summary>The first day on which the contract may be signed.</summary>
    public DateOnly? PublicityUntil { get; init; }

    /// <summary>memorandum or letterOfIntent.</summary>
    public string? Outcome { get; init; }

    public DateOnly? OutcomeOn { get; init; }

    /// <summary>The meeting that this very step was about; only in its answer.</summary>
    public MeetingBody? Meeting { get; init; }

    /// <summary>Nothing but handing over, declining or closing is possible.</summary>
    public required bool Frozen { get; init; }

    /// <summary>The kind of conflict that froze it; only for managers.</summary>
    public string? FrozenFor { get; init; }

    public string? CloseReason { get; init; }

    public string? CloseNote { get; init; }

    /// <summary>listing or need where a side declined or withdrew; null where the manager closed it.</summary>
    public string? ClosedBySide { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
