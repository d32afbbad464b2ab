using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;

namespace TechBroker.Domain.Notices;

/// <summary>What a notice may tell its reader; nothing of what a need says.</summary>
public sealed record NoticeFacts
{
    public required string Kind { get; init; }

    /// <summary>The listing of the engagement, or the contract.</summary>
    public required string Title { get; init; }

    /// <summary>The side that acted; null where it was the centre, or where the reader need not know.</summary>
    public EngagementSide? Side { get; init; }

    public EngagementState? State { get; init; }

    public CloseReason? Reason { get; init; }

    /// <summary>Words that explain a reason: for the screen, never for a mail.</summary>
    public string? Note { get; init; }

    public DateOnly? On { get; init; }

    public int? Days { get; init; }

    /// <summary>What became of the meeting; null where it is about none.</summary>
    public MeetingState? Meeting { get; init; }

    /// <summary>When the meeting begins, or would have begun.</summary>
    public DateTimeOffset? MeetingAt { get; init; }

    /// <summary>It had been planned before, for another time or place.</summary>
    public bool MeetingMoved { get; init; }

    /// <summary>By when the manager has to take it on; null where that is over.</summary>
    public DateTimeOffset? AcceptBy { get; init; }

    /// <summary>The action on a contract.</summary>
    public DealAction? Action { get; init; }
}
