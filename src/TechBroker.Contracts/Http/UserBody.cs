using System.Text.Json.Serialization;

namespace TechBroker.Contracts.Http;

/// <summary>A person as the centre's administration sees them.</summary>
public sealed record UserBody
{
    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public Guid? OrganisationId { get; init; }

    public required bool Approver { get; init; }

    /// <summary>active, disabled or deleted.</summary>
    public required string State { get; init; }

    public required bool SecondFactor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; init; }

    /// <summary>Sets the password; shown once, when an account is added without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PasswordLink { get; init; }
}
