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

    public Guid? ManagerId { get; init; }

    public required Guid LoggedBy { get; init; }

    public string? Note { get; init; }

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
        ManagerId = engagement.ManagerId,
        LoggedBy = engagement.LoggedBy,
        Note = engagement.Note,
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
        ManagerId = ManagerId,
        LoggedBy = LoggedBy,
        Note = Note,
        FrozenFor = FrozenFor is null ? null : Codes.Parse<ConflictKind>(FrozenFor),
        CloseReason = CloseReason is null ? null : Codes.Parse<CloseReason>(CloseReason),
        CloseNote = CloseNote,
        ClosedBySide = ClosedBySide is null ? null : Codes.Parse<EngagementSide>(ClosedBySide),
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}
