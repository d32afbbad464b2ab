using System.Text.Json;

namespace TechBroker.Contracts.Http;

/// <summary>One entry of the audit record.</summary>
public sealed record AuditEntryBody
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>As the person is called today: the record itself holds no names. A pseudonym where the account was deleted.</summary>
    public string? ActorName { get; init; }

    /// <summary>person, system or operator.</summary>
    public required string ActorKind { get; init; }

    /// <summary>browser, program, apiKey or commandLine.</summary>
    public string? Via { get; init; }

    /// <summary>The network address that they came from.</summary>
    public string? Address { get; init; }

    /// <summary>Such as <c>listing.published</c>.</summary>
    public required string Action { get; init; }

    public required string Subject { get; init; }

    public Guid? SubjectId { get; init; }

    /// <summary>Ids, codes, numbers and hashes.</summary>
    public JsonElement? Details { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }
}
