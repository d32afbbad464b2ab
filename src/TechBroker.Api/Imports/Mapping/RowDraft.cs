using TechBroker.Contracts.Http;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>The values of a row while they are gathered.</summary>
internal sealed record RowDraft
{
    public string? Id { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Description { get; set; }

    public IReadOnlyList<string>? Keywords { get; set; }

    public IReadOnlyList<string>? Fields { get; set; }

    public int? Trl { get; set; }

    public IReadOnlyList<IpBody>? Ip { get; set; }

    public IReadOnlyList<string>? CooperationModes { get; set; }

    public string? RegionCode { get; set; }

    public MoneyBody? Money { get; set; }

    public DateOnly? Deadline { get; set; }

    public string? Visibility { get; set; }

    public string? BlindSummary { get; set; }

    public string? Language { get; set; }

    public Guid? OrganisationId { get; set; }

    public bool? Publish { get; set; }

    public PostListingBody ToListing() => new()
    {
        Title = Title,
        Summary = Summary,
        Description = Description,
        Keywords = Keywords,
        Fields = Fields,
        Trl = Trl,
        Ip = Ip,
        CooperationModes = CooperationModes,
        RegionCode = RegionCode,
        AskingPrice = Money,
        Language = Language,
        OrganisationId = OrganisationId,
        Publish = Publish,
    };

    public PostNeedBody ToNeed() => new()
    {
        Title = Title,
        Description = Description,
        Keywords = Keywords,
        Fields = Fields,
        MinTrl = Trl,
        CooperationModes = CooperationModes,
        RegionCode = RegionCode,
        Budget = Money,
        Deadline = Deadline,
        Visibility = Visibility,
        BlindSummary = BlindSummary,
        Language = Language,
        OrganisationId = OrganisationId,
        Publish = Publish,
    };
}
