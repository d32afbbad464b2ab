using TechBroker.Domain.People;

namespace TechBroker.Api.Access;

/// <summary>
/// Who may call an endpoint, on whose data. Every endpoint declares one (<see cref="Routes"/>) and <see cref="AccessCheck"/> alone applies
/// it: who cannot see the item gets the answer for one that does not exist, who sees it and may not gets 403.
/// </summary>
internal sealed record Rule
{
    public static readonly Rule Anyone = new() { Name = "anyone", IsOpen = true };

    public static readonly Rule SignedIn = new() { Name = "signed in", NeedsNoRole = true };

    /// <summary>In a session of one's own; an API key does not do.</summary>
    public static readonly Rule InPerson = new() { Name = "signed in, in person", NeedsNoRole = true, NeedsSession = true };

    /// <summary>Whoever has the secret that the request carries in its form; a cookie says nothing there and is not looked at.</summary>
    public static readonly Rule ByLink = new() { Name = "holds the link", IsOpen = true, IgnoresCookie = true };

    private Rule()
    {
    }

    /// <summary>Short and unique among different rules; also in the OpenAPI document.</summary>
    public required string Name { get; init; }

    /// <summary>Without signing in.</summary>
    public bool IsOpen { get; private init; }

    public bool NeedsNoRole { get; private init; }

    /// <summary>API keys are refused: a stolen key must not make itself another one, or take the account over.</summary>
    public bool NeedsSession { get; private init; }

    public bool IgnoresCookie { get; private init; }

    /// <summary>Roles that may, whoever's data it is.</summary>
    public IReadOnlyList<Role> Always { get; private init; } = [];

    /// <summary>Roles that may where the data is their own or their organisation's.</summary>
    public IReadOnlyList<Role> OnOwn { get; private init; } = [];

    /// <summary>What the id in the route names; null where there is none.</summary>
    public Kind? Item { get; private init; }

    /// <summary>Any of the roles.</summary>
    public static Rule Only(params Role[] roles) => new() { Name = $"only {string.Join(", ", roles)}", Always = roles };

    /// <summary>Any of the roles, in a session of one's own.</summary>
    public static Rule OnlyInPerson(params Role[] roles) => new() { Name = $"only {string.Join(", ", roles)}, in person", Always = roles, NeedsSession = true };

    /// <summary>Whoever can see the item.</summary>
    public static Rule Sees(Kind item) => new() { Name = $"sees the {item.Name}", Item = item, IsOpen = true };

    /// <summary>Whoever is signed in and can see the item.</summary>
    public static Rule SignedInSees(Kind item) => new() { Name = $"signed in, sees the {item.Name}", Item = item, NeedsNoRole = true };

    /// <summary>Whoever owns the item and has one of the first roles; whoever has one of the second.</summary>
    public static Rule Owns(Kind item, Role[] own, params Role[] always) => new()
    {
        Name = $"owns the {item.Name} as {string.Join(", ", own)}{(always.Length > 0 ? $"; or {string.Join(", ", always)}" : "")}",
        Item = item,
        OnOwn = own,
        Always = always,
    };

    public bool Allows(Caller caller, Holding? holding) =>
        IsOpen || NeedsNoRole || (holding?.IsClosedToCentre != true && caller.Roles.Any(Always.Contains)) || (holding?.BelongsTo(caller) == true && caller.Roles.Any(OnOwn.Contains));
}
