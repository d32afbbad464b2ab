using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Listings;

/// <summary>Between HTTP's words for a listing and the domain's.</summary>
internal static class ListingMapping
{
    /// <summary>The content of validated fields.</summary>
    public static ListingContent ToContent(this ListingFields fields, VocabularySet vocabularies) => new()
    {
        Title = fields.Title!.Trim(),
        Summary = Cleaning.Trimmed(fields.Summary),
        Description = Cleaning.Trimmed(fields.Description),
        Keywords = Cleaning.Distinct(fields.Keywords),
        Fields = FieldCodes.Resolve(fields.Fields, vocabularies),
        Trl = fields.Trl,
        Ip = [.. (fields.Ip ?? []).Select(i => new IpRight
        {
            Type = vocabularies["ip-types"].Find(i.Type!)?.Code ?? i.Type!.Trim(),
            Number = Cleaning.Trimmed(i.Number),
            Status = Cleaning.Trimmed(i.Status) is { } status ? vocabularies["ip-statuses"].Find(status)?.Code ?? status : null,
        })],
        CooperationModes = [.. (fields.CooperationModes ?? []).Select(Codes.Parse<CooperationMode>).Distinct()],
        RegionCode = Cleaning.Trimmed(fields.RegionCode),
        AskingPrice = fields.AskingPrice is { } price ? new Money(price.Currency!, price.MinorUnits!.Value) : null,
        Language = fields.Language ?? PlainText.LanguageOf($"{fields.Title}{fields.Summary}{fields.Description}"),
    };

    public static ListingBody ToBody(this Listing listing, VocabularySet vocabularies, bool english) => new()
    {
        Id = listing.Id,
        Revision = listing.Revision,
        State = Codes.Of(listing.State),
        Title = listing.Content.Title,
        Summary = listing.Content.Summary,
        Description = listing.Content.Description,
        Keywords = listing.Content.Keywords,
        Fields = listing.Content.Fields,
        Trl = listing.Content.Trl,
        Ip = [.. listing.Content.Ip.Select(i => new IpBody { Type = i.Type, Number = i.Number, Status = i.Status })],
        CooperationModes = [.. listing.Content.CooperationModes.Select(Codes.Of)],
        RegionCode = listing.Content.RegionCode,
        AskingPrice = listing.Content.AskingPrice is { } price ? new MoneyBody { Currency = price.Currency, MinorUnits = price.MinorUnits } : null,
        Language = listing.Content.Language,
        OrganisationId = listing.OrganisationId,
        ExternalRef = listing.ExternalRef,
        CreatedAt = listing.CreatedAt,
        UpdatedAt = listing.UpdatedAt,
        PublishedAt = listing.PublishedAt,
        ExpiresOn = listing.ExpiresOn,
        ReturnReason = listing.ReturnReason,
        MergedInto = listing.MergedInto,
        Warnings = [.. FieldCodes.Warnings(listing.Content.Fields, vocabularies, english)],
    };
}
