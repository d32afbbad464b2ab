namespace TechBroker.Contracts.Http;

/// <summary>Body of DELETE /users/{id}.</summary>
public sealed record DeleteUserBody
{
    /// <summary>requested (the person asked for it), left (no longer works here), duplicate or misuse; a code, because it stays in the audit record.</summary>
    public string? Reason { get; init; }
}
