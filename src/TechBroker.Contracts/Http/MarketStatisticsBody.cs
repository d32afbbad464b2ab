namespace TechBroker.Contracts.Http;

/// <summary>Supply and demand at this moment, of what the reader may see.</summary>
public sealed record MarketStatisticsBody
{
    /// <summary>By field of technology; what has several counts in each, so that these do not add up to the total.</summary>
    public required IReadOnlyList<MarketStatisticBody> Items { get; init; }

    public required MarketStatisticBody Total { get; init; }
}

/// <summary>One field of technology.</summary>
public sealed record MarketStatisticBody
{
    /// <summary>The topmost term, such as industries:C; null for what is in no vocabulary, and for the total.</summary>
    public string? Field { get; init; }

    /// <summary>Published ones.</summary>
    public required long Listings { get; init; }

    /// <summary>Of those, the ones without a live engagement.</summary>
    public required long ListingsWithoutInterest { get; init; }

    public required long Needs { get; init; }

    /// <summary>Of those, the ones without a published listing that matches at level 3 or 4.</summary>
    public required long NeedsWithoutListing { get; init; }
}
