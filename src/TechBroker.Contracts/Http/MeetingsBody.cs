namespace TechBroker.Contracts.Http;

/// <summary>All meetings of an engagement, in the order in which they take place.</summary>
public sealed record MeetingsBody
{
    public required IReadOnlyList<MeetingBody> Items { get; init; }
}
