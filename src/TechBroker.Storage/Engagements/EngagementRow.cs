using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;

namespace TechBroker.Storage.Engagements;

/// <summary>A row of the table Engagement.</summary>
internal sealed record EngagementRow
{
    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    public required string State { get; init; }

    public DateTimeOffset? ListingInterestAt { get; init; }

    public DateTimeOffset? NeedInterestAt { get; init; }

    public DateTimeOffset? IntroducedAt { get; init; }

    public Guid? ManagerId { get; init; }

    public DateTimeOffset? AcceptBy { get; init; }

    public Guid? LoggedBy { get; init; }

    public string? Note { get; init; }

    public string? PriceMode { get; init; }

    public string? PriceCurrency { get; init; }

    public long? PriceMinorUnits { get; init; }

    public DateOnly? PublicityFrom { get; init; }

    public int? PublicityDays { get; init; }

    public DateOnly? PublicityUntil { get; init; }

    public string? Outcome { get; init; }

    public DateOnly? OutcomeOn { get; init; }

    public string? FrozenFor { get; init; }

    public string? CloseReason { get; init; }

    public string? CloseNote { get; init; }

    public string? ClosedBySide { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static EngagementRow Of(Engagement engagement) => new()
    {
        Id = engagement.Id,
        Revision = engagement.Revision,
        ListingId = engagement.ListingId,
        NeedId = engagement.NeedId,
        State = Codes.Of(engagement.State),
        ListingInterestAt = engagement.ListingInterestAt,
        NeedInterestAt = engagement.NeedInterestAt,
        IntroducedAt = engagement.IntroducedAt,
        ManagerId = engagement.ManagerId,
        AcceptBy = engagement.AcceptBy,
        LoggedBy = engagement.LoggedBy,
        Note = engagement.Note,
        PriceMode = engagement.PriceMode is { } mode ? Codes.Of(mode) : null,
        PriceCurrency = engagement.Price?.Currency,
        PriceMinorUnits = engagement.Price?.MinorUnits,
        PublicityFrom = engagement.PublicityFrom,
        PublicityDays = engagement.PublicityDays,
        PublicityUntil = engagement.PublicityEnds,
        Outcome = engagement.Outcome is { } outcome ? Codes.Of(outcome) : null,
        OutcomeOn = engagement.OutcomeOn,
        FrozenFor = engagement.FrozenFor is { } kind ? Codes.Of(kind) : null,
        CloseReason = engagement.CloseReason is { } reason ? Codes.Of(reason) : null,
        CloseNote = engagement.CloseNote,
        ClosedBySide = engagement.ClosedBySide is { } side ? Codes.Of(side) : null,
        CreatedAt = engagement.CreatedAt,
        UpdatedAt = engagement.UpdatedAt,
    };

    public Engagement ToEngagement() => new()
    {
        Id = Id,
        Revision = Revision,
        ListingId = ListingId,
        NeedId = NeedId,
        State = Codes.Parse<EngagementState>(State),
        ListingInterestAt = ListingInterestAt,
        NeedInterestAt = NeedInterestAt,
        IntroducedAt = IntroducedAt,
        ManagerId = ManagerId,
        AcceptBy = AcceptBy,
        LoggedBy = LoggedBy,
        Note = Note,
        PriceMode = PriceMode is null ? null : Codes.Parse<PriceMode>(PriceMode),
        Price = PriceCurrency is { } currency && PriceMinorUnits is { } units ? new Money(currency, units) : null,
        PublicityFrom = PublicityFrom,
        PublicityDays = PublicityDays,
        Outcome = Outcome is null ? null : Codes.Parse<EngagementOutcome>(Outcome),
        OutcomeOn = OutcomeOn,
        FrozenFor = FrozenFor is null ? null : Codes.Parse<ConflictKind>(FrozenFor),
        CloseReason = CloseReason is null ? null : Codes.Parse<CloseReason>(CloseReason),
        CloseNote = CloseNote,
        ClosedBySide = ClosedBySide is null ? null : Codes.Parse<EngagementSide>(ClosedBySide),
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}
