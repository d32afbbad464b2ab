using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Organisations;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Organisations;

/// <summary>Shape of what is known of an organisation. A credit code's check character is not shape: a failing one is a warning.</summary>
internal sealed class OrganisationFieldsValidator : AbstractValidator<OrganisationFields>
{
    public OrganisationFieldsValidator(VocabularySet vocabularies)
    {
        RuleFor(o => o.Name).Required("单位名称", "The name");
        RuleFor(o => o.Name).PlainText(200);
        RuleFor(o => o.Kind).Required("单位类型", "The kind");
        RuleFor(o => o.Kind).CodeOf<OrganisationFields, OrganisationKind>();
        RuleFor(o => o.CreditCode).Must(code => string.IsNullOrWhiteSpace(code) || (code.Trim() is { Length: 18 } c && c.All(char.IsAsciiLetterOrDigit)))
            .Says("统一社会信用代码须为 18 位数字或大写字母。", "A unified social credit code has 18 digits or capital letters.");
        RuleFor(o => o.RegionCode).Required("地区", "The region");
        RuleFor(o => o.RegionCode).Region(vocabularies);
        RuleFor(o => o.Nature).PlainText(100);
    }
}

internal sealed class PostOrganisationValidator : AbstractValidator<PostOrganisationBody>
{
    public PostOrganisationValidator(VocabularySet vocabularies) => Include(new OrganisationFieldsValidator(vocabularies));
}

internal sealed class PutOrganisationValidator : AbstractValidator<PutOrganisationBody>
{
    public PutOrganisationValidator(VocabularySet vocabularies) => Include(new OrganisationFieldsValidator(vocabularies));
}
