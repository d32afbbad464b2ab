using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Needs;

/// <summary>Shape of what a need says.</summary>
internal sealed class NeedFieldsValidator : AbstractValidator<NeedFields>
{
    public NeedFieldsValidator(VocabularySet vocabularies)
    {
        RuleFor(n => n.Title).Required("标题", "The title");
        RuleFor(n => n.Title).PlainText(300);
        RuleFor(n => n.Description).PlainText(50_000);
        RuleFor(n => n.Keywords).Texts(30, 60);
        RuleFor(n => n.Fields).Texts(20, 100);
        RuleFor(n => n.MinTrl).Trl();
        RuleFor(n => n.CooperationModes).CodesOf<NeedFields, Domain.CooperationMode>();
        RuleFor(n => n.RegionCode).Region(vocabularies);
        RuleFor(n => n.Budget).Money();
        RuleFor(n => n.Visibility).CodeOf<NeedFields, Visibility>();
        RuleFor(n => n.BlindSummary).PlainText(2_000);
        RuleFor(n => n.Language).LanguageCode();
    }
}

internal sealed class PostNeedValidator : AbstractValidator<PostNeedBody>
{
    public PostNeedValidator(VocabularySet vocabularies) => Include(new NeedFieldsValidator(vocabularies));
}

internal sealed class PutNeedValidator : AbstractValidator<PutNeedBody>
{
    public PutNeedValidator(VocabularySet vocabularies) => Include(new NeedFieldsValidator(vocabularies));
}
