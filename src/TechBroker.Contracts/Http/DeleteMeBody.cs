namespace TechBroker.Contracts.Http;

/// <summary>Body of DELETE /me.</summary>
public sealed record DeleteMeBody
{
    /// <summary>The current password: a session left open must not be enough. Not kept.</summary>
    public string? Password { get; init; }
}
