using System.Text.Json.Serialization;

namespace TechBroker.Contracts.Http;

/// <summary>A key with which a program acts for a person.</summary>
public sealed record ApiKeyBody
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>read or write.</summary>
    public required string Scope { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To within five minutes.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Goes into <c>Authorization: Bearer</c>; shown once, when it is made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }
}
