namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /me/matching-objection.</summary>
public sealed record MatchingObjectionBody
{
    /// <summary>true takes what the person posted for no organisation out of automated matching, false puts it back.</summary>
    public bool? Objects { get; init; }
}
