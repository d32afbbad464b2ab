namespace TechBroker.Contracts.Http;

/// <summary>Body of PUT /users/{id}.</summary>
public sealed record PutUserBody : UserFields
{
    /// <summary>active or disabled; unchanged where absent.</summary>
    public string? State { get; init; }
}
