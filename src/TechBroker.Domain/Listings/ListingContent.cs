namespace TechBroker.Domain.Listings;

/// <summary>What a listing says. Fields are vocabulary codes (<c>vocabulary:code</c>) or free terms; TRL is 1 to 9.</summary>
public sealed record ListingContent
{
    public required string Title { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<string> Fields { get; init; } = [];

    public int? Trl { get; init; }

    public IReadOnlyList<IpRight> Ip { get; init; } = [];

    public IReadOnlyList<CooperationMode> CooperationModes { get; init; } = [];

    public string? RegionCode { get; init; }

    public Money? AskingPrice { get; init; }

    public required string Language { get; init; }
}
