using TechBroker.Domain;
using TechBroker.Domain.Needs;
using TechBroker.Matching;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>A row of the table Need; lists are JSON.</summary>
internal sealed record NeedRow
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

    public string? Description { get; init; }

    public required string Keywords { get; init; }

    public required string Fields { get; init; }

    public int? MinTrl { get; init; }

    public required string CooperationModes { get; init; }

    public string? RegionCode { get; init; }

    public string? BudgetCurrency { get; init; }

    public long? BudgetMinorUnits { get; init; }

    public DateOnly? Deadline { get; init; }

    public required string Visibility { get; init; }

    public string? BlindSummary { get; init; }

    public string? BlindRegion { get; init; }

    public string? BlindField { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public required bool Matched { get; init; }

    public Guid? MergedInto { get; init; }

    /// <summary>What a merged item comes back to; its <see cref="State"/> is <see cref="Merged"/>, so that it is passed by wherever states are asked for.</summary>
    public string? MergedState { get; init; }

    public static NeedRow Of(Need need) => new()
    {
        Id = need.Id,
        Revision = need.Revision,
        State = need.MergedInto is null ? Codes.Of(need.State) : Merged,
        OrganisationId = need.OrganisationId,
        PostedBy = need.PostedBy,
        ExternalRef = need.ExternalRef,
        ContentHash = Market.ContentHash.Of(need.Content),
        Title = need.Content.Title,
        Description = need.Content.Description,
        Keywords = StoredJson.Write(need.Content.Keywords),
        Fields = StoredJson.Write(need.Content.Fields),
        MinTrl = need.Content.MinTrl,
        CooperationModes = StoredJson.Write(need.Content.CooperationModes),
        RegionCode = need.Content.RegionCode,
        BudgetCurrency = need.Content.Budget?.Currency,
        BudgetMinorUnits = need.Content.Budget?.MinorUnits,
        Deadline = need.Content.Deadline,
        Visibility = Codes.Of(need.Content.Visibility),
        BlindSummary = need.Content.BlindSummary,
        BlindRegion = need.Cell.Region,
        BlindField = need.Cell.Field,
        Language = need.Content.Language,
        CreatedAt = need.CreatedAt,
        UpdatedAt = need.UpdatedAt,
        PublishedAt = need.PublishedAt,
        ExpiresOn = need.ExpiresOn,
        Matched = need.Matched,
        MergedInto = need.MergedInto,
        MergedState = need.MergedInto is null ? null : Codes.Of(need.State),
    };

    public Need ToNeed() => new()
    {
        Id = Id,
        Revision = Revision,
        State = Codes.Parse<NeedState>(MergedState ?? State),
        OrganisationId = OrganisationId,
        PostedBy = PostedBy,
        ExternalRef = ExternalRef,
        Content = new NeedContent
        {
            Title = Title,
            Description = Description,
            Keywords = StoredJson.Read<string[]>(Keywords),
            Fields = StoredJson.Read<string[]>(Fields),
            MinTrl = MinTrl,
            CooperationModes = StoredJson.Read<CooperationMode[]>(CooperationModes),
            RegionCode = RegionCode,
            Budget = BudgetCurrency is { } currency && BudgetMinorUnits is { } units ? new Money(currency, units) : null,
            Deadline = Deadline,
            Visibility = Codes.Parse<Visibility>(Visibility),
            BlindSummary = BlindSummary,
            Language = Language,
        },
        Cell = new BlindCell(BlindRegion, BlindField),
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        PublishedAt = PublishedAt,
        ExpiresOn = ExpiresOn,
        Matched = Matched,
        MergedInto = MergedInto,
    };

    public MarketItem ToItem() => new()
    {
        Side = Side.Need,
        Id = Id,
        Revision = Revision,
        Title = Title,
        Description = Description ?? "",
        Keywords = StoredJson.Read<string[]>(Keywords),
        Fields = StoredJson.Read<string[]>(Fields),
        Trl = MinTrl,
        CooperationModes = StoredJson.Read<string[]>(CooperationModes),
        RegionCode = RegionCode,
        Price = BudgetCurrency is { } currency && BudgetMinorUnits is { } units ? new Price(currency, units) : null,
        Matched = Matched,
        PostedOn = PublishedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
        Deadline = Deadline,
        Hidden = Visibility != "open",
        PublicText = Visibility == "blind" ? BlindSummary : null,
    };
}
