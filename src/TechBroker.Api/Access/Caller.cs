using Microsoft.AspNetCore.Http;
using TechBroker.Domain.People;
using TechBroker.Storage.Audit;

namespace TechBroker.Api.Access;

/// <summary>Who makes the request, as the database says at this moment.</summary>
internal sealed record Caller
{
    public required Guid AccountId { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>The organisation whose data is theirs, too.</summary>
    public Guid? OrganisationId { get; init; }

    public bool IsApprover { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>browser, program or apiKey.</summary>
    public required string Via { get; init; }

    /// <summary>False for an API key that may only read.</summary>
    public bool MayWrite { get; init; } = true;

    public string? Address { get; init; }

    /// <summary>As the audit record names them.</summary>
    public Actor Actor => new() { AccountId = AccountId, Kind = "person", Via = Via, Address = Address };

    public bool IsManager => Roles.Contains(Role.Manager);

    /// <summary>People of the centre, who read what they broker and administer.</summary>
    public bool IsStaff => IsManager || IsOrganiser;

    public bool IsOrganiser => Roles.Contains(Role.Organiser) || Roles.Contains(Role.Admin);

    /// <summary>Null where nobody is signed in.</summary>
    public static Caller? Of(HttpContext http) => http.Features.Get<Caller>();

    /// <summary>Who acts, also where nobody is signed in.</summary>
    public static Actor ActorOf(HttpContext http) => Of(http)?.Actor
        ?? new Actor { Kind = "person", Address = http.Connection.RemoteIpAddress?.ToString() };

    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint's rule lets anyone pass.</exception>
    public static Caller Required(HttpContext http) => Of(http) ?? throw new InvalidOperationException("Nobody is signed in.");
}
