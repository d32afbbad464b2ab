using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Matching;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>A row of the table Listing; lists are JSON.</summary>
internal sealed record ListingRow
{
    internal const string Merged = "merged";

    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required string State { get; init; }

    public Guid? OrganisationId { get; init; }

    public Guid? PostedBy { get; init; }

    public string? ExternalRef { get; init; }

    public required string ContentHash { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public required string Keywords { get; init; }

    public required string Fields { get; init; }

    public int? Trl { get; init; }

    public required string Ip { get; init; }

    public required string CooperationModes { get; init; }

    public string? RegionCode { get; init; }

    public string? AskingPriceCurrency { get; init; }

    public long? AskingPriceMinorUnits { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public required bool Matched { get; init; }

    public Guid? MergedInto { get; init; }

    /// <summary>What a merged item comes back to; its <see cref="State"/> is <see cref="Merged"/>, so that it is passed by wherever states are asked for.</summary>
    public string? MergedState { get; init; }

    public string? ReturnReason { get; init; }

    public static ListingRow Of(Listing listing) => new()
    {
        Id = listing.Id,
        Revision = listing.Revision,
        State = listing.MergedInto is null ? Codes.Of(listing.State) : Merged,
        OrganisationId = listing.OrganisationId,
        PostedBy = listing.PostedBy,
        ExternalRef = listing.ExternalRef,
        ContentHash = Market.ContentHash.Of(listing.Content),
        Title = listing.Content.Title,
        Summary = listing.Content.Summary,
        Description = listing.Content.Description,
        Keywords = StoredJson.Write(listing.Content.Keywords),
        Fields = StoredJson.Write(listing.Content.Fields),
        Trl = listing.Content.Trl,
        Ip = StoredJson.Write(listing.Content.Ip),
        CooperationModes = StoredJson.Write(listing.Content.CooperationModes),
        RegionCode = listing.Content.RegionCode,
        AskingPriceCurrency = listing.Content.AskingPrice?.Currency,
        AskingPriceMinorUnits = listing.Content.AskingPrice?.MinorUnits,
        Language = listing.Content.Language,
        CreatedAt = listing.CreatedAt,
        UpdatedAt = listing.UpdatedAt,
        PublishedAt = listing.PublishedAt,
        ExpiresOn = listing.ExpiresOn,
        Matched = listing.Matched,
        MergedInto = listing.MergedInto,
        MergedState = listing.MergedInto is null ? null : Codes.Of(listing.State),
        ReturnReason = listing.ReturnReason,
    };

    public Listing ToListing() => new()
    {
        Id = Id,
        Revision = Revision,
        State = Codes.Parse<ListingState>(MergedState ?? State),
        OrganisationId = OrganisationId,
        PostedBy = PostedBy,
        ExternalRef = ExternalRef,
        Content = new ListingContent
        {
            Title = Title,
            Summary = Summary,
            Description = Description,
            Keywords = StoredJson.Read<string[]>(Keywords),
            Fields = StoredJson.Read<string[]>(Fields),
            Trl = Trl,
            Ip = StoredJson.Read<IpRight[]>(Ip),
            CooperationModes = StoredJson.Read<CooperationMode[]>(CooperationModes),
            RegionCode = RegionCode,
            AskingPrice = AskingPriceCurrency is { } currency && AskingPriceMinorUnits is { } units ? new Money(currency, units) : null,
            Language = Language,
        },
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        PublishedAt = PublishedAt,
        ExpiresOn = ExpiresOn,
        Matched = Matched,
        MergedInto = MergedInto,
        ReturnReason = ReturnReason,
    };

    public MarketItem ToItem() => new()
    {
        Side = Side.Listing,
        Id = Id,
        Revision = Revision,
        Title = Title,
        Summary = Summary ?? "",
        Description = Description ?? "",
        Keywords = StoredJson.Read<string[]>(Keywords),
        Fields = StoredJson.Read<string[]>(Fields),
        Trl = Trl,
        Ip = [.. StoredJson.Read<IpRight[]>(Ip).Select(r => $"{r.Type}:{r.Status}")],
        CooperationModes = StoredJson.Read<string[]>(CooperationModes),
        RegionCode = RegionCode,
        Price = AskingPriceCurrency is { } currency && AskingPriceMinorUnits is { } units ? new Price(currency, units) : null,
        Matched = Matched,
        PostedOn = PublishedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
    };
}
