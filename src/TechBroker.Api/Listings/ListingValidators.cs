using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Listings;

/// <summary>Shape of what a listing says.</summary>
internal sealed class ListingFieldsValidator : AbstractValidator<ListingFields>
{
    private const int MostRights = 50;

    public ListingFieldsValidator(VocabularySet vocabularies)
    {
        RuleFor(l => l.Title).Required("标题", "The title");
        RuleFor(l => l.Title).PlainText(300);
        RuleFor(l => l.Summary).PlainText(2_000);
        RuleFor(l => l.Description).PlainText(50_000);
        RuleFor(l => l.Keywords).Texts(30, 60);
        RuleFor(l => l.Fields).Texts(20, 100);
        RuleFor(l => l.Trl).Trl();
        RuleFor(l => l.Ip).Must(ip => ip is null || ip.Count <= MostRights).Says($"最多 {MostRights} 项知识产权。", $"At most {MostRights} rights.");
        RuleForEach(l => l.Ip)
            // JSON can put null where the type says a right.
            .Must(ip => ip is not null).Says("不能为空。", "It must not be empty.")
            .ChildRules(ip =>
        {
            ip.RuleFor(i => i.Type).Required("类型", "The type");
            ip.RuleFor(i => i.Type).PlainText(60);
            ip.RuleFor(i => i.Number).PlainText(100);
            ip.RuleFor(i => i.Status).PlainText(60);
        }).When(l => l.Ip is { Count: <= MostRights });
        RuleFor(l => l.CooperationModes).CodesOf<ListingFields, Domain.CooperationMode>();
        RuleFor(l => l.RegionCode).Region(vocabularies);
        RuleFor(l => l.AskingPrice).Money();
        RuleFor(l => l.Language).LanguageCode();
    }
}

internal sealed class PostListingValidator : AbstractValidator<PostListingBody>
{
    public PostListingValidator(VocabularySet vocabularies) => Include(new ListingFieldsValidator(vocabularies));
}

internal sealed class PutListingValidator : AbstractValidator<PutListingBody>
{
    public PutListingValidator(VocabularySet vocabularies) => Include(new ListingFieldsValidator(vocabularies));
}
