namespace TechBroker.Contracts.Http;

/// <summary>How much is on the market for everybody to read, not older than a minute.</summary>
public sealed record MarketBody
{
    /// <summary>Published listings.</summary>
    public required long Listings { get; init; }

    /// <summary>Published needs that are neither blind nor private.</summary>
    public required long OpenNeeds { get; init; }
}
