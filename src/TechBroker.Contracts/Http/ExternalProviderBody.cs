namespace TechBroker.Contracts.Http;

/// <summary>Where else people can sign in.</summary>
public sealed record ExternalProviderBody
{
    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Where a page sends the browser.</summary>
    public required string Address { get; init; }
}
