using TechBroker.Domain.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.People;

/// <summary>A person who signs in. A mutable class, because ASP.NET Core Identity sets one property after the other and saves at the end.</summary>
public sealed class Account
{
    public const string Active = "active", Disabled = "disabled", Deleted = "deleted";

    public required Guid Id { get; init; }

    public int Revision { get; set; } = 1;

    public required string Email { get; set; }

    /// <summary>Upper case; unique.</summary>
    public required string NormalizedEmail { get; set; }

    public required string DisplayName { get; set; }

    /// <summary>Null where only an outside provider or a one-time link lets the person in.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every credential, and makes links and codes issued before worthless.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>JSON list of role codes.</summary>
    public string Roles { get; set; } = "[]";

    public Guid? OrganisationId { get; set; }

    /// <summary>Publishes for an organisation that approves its listings.</summary>
    public bool IsApprover { get; set; }

    /// <summary>active, disabled or deleted.</summary>
    public string State { get; set; } = Active;

    /// <summary>Wrong passwords and codes since the last right one.</summary>
    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Secret of the authenticator app, encrypted with the installation's data-protection keys.</summary>
    public string? AuthenticatorKey { get; set; }

    public bool SecondFactor { get; set; }

    /// <summary>The time step of the last code that was accepted: a code counts once.</summary>
    public long LastTotpStep { get; set; }

    /// <summary>The person objects to automated matching of what they posted.</summary>
    public bool MatchingObjected { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    public IReadOnlyList<Role> RoleList
    {
        get => StoredJson.Read<Role[]>(Roles);
        set => Roles = StoredJson.Write(value.Distinct().Order());
    }
}
