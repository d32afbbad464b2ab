namespace TechBroker.Contracts.Messages;

/// <summary>The matches of one listing or need were computed and are stored. Carries ids and revisions, never text.</summary>
public sealed record MatchesScored
{
    /// <summary><c>listing</c> or <c>need</c>: the side that <see cref="ItemId"/> stands on.</summary>
    public required string Side { get; init; }

    public required Guid ItemId { get; init; }

    public required int Revision { get; init; }

    public required int Matches { get; init; }

    public required string EngineVersion { get; init; }

    public required DateTimeOffset At { get; init; }
}
