namespace TechBroker.Contracts.Http;

/// <summary>What an objection to automated matching holds for.</summary>
public sealed record MatchingObjectionAnswer
{
    public required bool Objects { get; init; }

    /// <summary>The person's own listings that it holds for; later ones follow.</summary>
    public required int Listings { get; init; }

    /// <summary>The person's own needs that it holds for; later ones follow.</summary>
    public required int Needs { get; init; }
}
