using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Needs;

/// <summary>Between HTTP's words for a need and the domain's.</summary>
internal static class NeedMapping
{
    /// <summary>The content of validated fields.</summary>
    public static NeedContent ToContent(this NeedFields fields, VocabularySet vocabularies) => new()
    {
        Title = fields.Title!.Trim(),
        Description = Cleaning.Trimmed(fields.Description),
        Keywords = Cleaning.Distinct(fields.Keywords),
        Fields = FieldCodes.Resolve(fields.Fields, vocabularies),
        MinTrl = fields.MinTrl,
        CooperationModes = [.. (fields.CooperationModes ?? []).Select(Codes.Parse<CooperationMode>).Distinct()],
        RegionCode = Cleaning.Trimmed(fields.RegionCode),
        Budget = fields.Budget is { } budget ? new Money(budget.Currency!, budget.MinorUnits!.Value) : null,
        Deadline = fields.Deadline,
        Visibility = fields.Visibility is { } visibility ? Codes.Parse<Visibility>(visibility) : Visibility.Open,
        BlindSummary = Cleaning.Trimmed(fields.BlindSummary),
        Language = fields.Language ?? PlainText.LanguageOf($"{fields.Title}{fields.Description}"),
    };

    public static NeedBody ToBody(this Need need, VocabularySet vocabularies, bool english) => new()
    {
        Id = need.Id,
        Revision = need.Revision,
        State = Codes.Of(need.State),
        Title = need.Content.Title,
        Description = need.Content.Description,
        Keywords = need.Content.Keywords,
        Fields = need.Content.Fields,
        MinTrl = need.Content.MinTrl,
        CooperationModes = [.. need.Content.CooperationModes.Select(Codes.Of)],
        RegionCode = need.Content.RegionCode,
        Budget = need.Content.Budget is { } budget ? new MoneyBody { Currency = budget.Currency, MinorUnits = budget.MinorUnits } : null,
        Deadline = need.Content.Deadline,
        Visibility = Codes.Of(need.Content.Visibility),
        BlindSummary = need.Content.BlindSummary,
        Language = need.Content.Language,
        OrganisationId = need.OrganisationId,
        ExternalRef = need.ExternalRef,
        CreatedAt = need.CreatedAt,
        UpdatedAt = need.UpdatedAt,
        PublishedAt = need.PublishedAt,
        ExpiresOn = need.ExpiresOn,
        MergedInto = need.MergedInto,
        Warnings = [.. FieldCodes.Warnings(need.Content.Fields, vocabularies, english), .. BlindWarnings(need.Content, english)],
    };

    /// <summary>What outsiders read of a blind need.</summary>
    public static NeedBody ToBody(this NeedNotice notice) => new()
    {
        Id = notice.Id,
        State = Codes.Of(notice.State),
        Keywords = [],
        Fields = notice.Field is { } field ? [field] : [],
        CooperationModes = [],
        RegionCode = notice.Region,
        Visibility = Codes.Of(notice.Visibility),
        BlindSummary = notice.BlindSummary,
        MergedInto = notice.MergedInto,
        CreatedAt = notice.CreatedAt,
        PublishedAt = notice.PublishedAt,
    };

    private static IEnumerable<WarningBody> BlindWarnings(NeedContent content, bool english)
    {
        if (content.Visibility is Visibility.Blind && content.BlindSummary is null)
        {
            yield return new WarningBody
            {
                Field = "blindSummary",
                Code = "blind-summary-missing",
                Message = new Text(
                    "未填写匿名摘要，其他单位只能看到大致的地区和领域；写一两句不涉密的说明会更容易得到回应。",
                    "Without a blind summary others see only a coarse region and field; a sentence or two that gives nothing away brings more answers.").In(english),
            };
        }
    }
}
