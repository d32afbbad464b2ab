using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Organisations;

namespace TechBroker.Api.Organisations;

/// <summary>Between HTTP's words for an organisation and the domain's.</summary>
internal static class OrganisationMapping
{
    public static string? CleanCreditCode(this OrganisationFields fields) => Cleaning.Trimmed(fields.CreditCode)?.ToUpperInvariant();

    public static Answer ToAnswer(this Organisation organisation, int status, bool english) => new(status, organisation.ToBody(english))
    {
        Revision = organisation.Revision,
        Location = status == 201 ? $"/api/v1/organisations/{organisation.Id}" : null,
    };

    public static OrganisationBody ToBody(this Organisation organisation, bool english) => new()
    {
        Id = organisation.Id,
        Revision = organisation.Revision,
        Name = organisation.Name,
        Kind = Codes.Of(organisation.Kind),
        CreditCode = organisation.CreditCode,
        RegionCode = organisation.RegionCode,
        Nature = organisation.Nature,
        ApprovesListings = organisation.ApprovesListings,
        CreatedAt = organisation.CreatedAt,
        UpdatedAt = organisation.UpdatedAt,
        Warnings = organisation.CreditCodeDoubtful
            ? [new WarningBody
            {
                Field = "creditCode",
                Code = "credit-code-check",
                Message = new Text(
                    "统一社会信用代码未通过校验（GB 32100-2015），请核对；个别在用代码确实不合校验，可以保留。",
                    "The credit code fails the check of GB 32100-2015. Please compare it with the certificate; some genuine codes do fail, and it is kept.").In(english),
            }]
            : [],
    };

    public static Problem CreditCodeTaken(Organisation other) => new(409, "credit-code-taken", new(
        $"该统一社会信用代码已登记为另一单位（{other.Id}），请使用已有单位。",
        $"That credit code belongs to an organisation on record ({other.Id}); use that one."));
}
