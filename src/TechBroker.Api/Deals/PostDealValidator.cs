using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Vocabularies;
using static TechBroker.Domain.Deals.PaymentPlan;

namespace TechBroker.Api.Deals;

/// <summary>Shape of a new contract, sums and shares included: what a body contradicts by itself.</summary>
internal sealed class PostDealValidator : AbstractValidator<PostDealBody>
{
    private const int MostRights = 50, MostInventors = 100, MostInstalments = 200, MostParties = 20, WholeShare = 10_000;

    public PostDealValidator(VocabularySet vocabularies, TimeProvider clock)
    {
        RuleFor(d => d.ContractType).Required("合同类型", "The contract type");
        RuleFor(d => d.ContractType).CodeOf<PostDealBody, ContractType>();
        RuleFor(d => d.SubType).Must((deal, code) => code is null || IsSubType(vocabularies, code, deal.ContractType)).Says(
            "该合同类型没有这一细类；可用代码见 /api/v1/vocabularies/contract-subtypes。", "That contract type has no such kind; see /api/v1/vocabularies/contract-subtypes.");
        RuleFor(d => d.Title).Required("合同名称", "The title");
        RuleFor(d => d.Title).PlainText(300);
        RuleFor(d => d.ContractNumber).PlainText(100);
        RuleFor(d => d.Field).PlainText(100);
        RuleFor(d => d.Field).Must(field => string.IsNullOrWhiteSpace(field) || vocabularies.FieldCode(field.Trim()) is not null).Says(
            "须为技术领域词表中的一个代码或名称；见 /api/v1/vocabularies。", "It must be one code or name of a field of technology; see /api/v1/vocabularies.");
        RuleFor(d => d.PriceMode).CodeOf<PostDealBody, PriceMode>();
        RuleFor(d => d.Amount).Price();
        RuleFor(d => d.TechnologyAmount).Money();
        RuleFor(d => d.EntryFee).Money();
        RuleFor(d => d.PaymentPlan).CodeOf<PostDealBody, PaymentPlan>();
        RuleFor(d => d.RoyaltyBasisPoints).Must(points => points is null or (>= 1 and <= WholeShare)).Says(
            "提成比例须为 1 至 10000 的整数，单位为万分之一。", "A royalty is a whole number of hundredths of a per cent, from 1 to 10,000.");
        RuleFor(d => d.SignedOn).PastDay(clock);
        RuleFor(d => d.EndsOn).Must((deal, ends) => ends is null || ends >= (deal.StartsOn ?? DateOnly.MinValue)).Says(
            "终止日期不能早于起始日期。", "The end must not lie before the start.");
        List(nameof(PostDealBody.Ip), d => d.Ip, MostRights, new DealIpValidator());
        List(nameof(PostDealBody.Inventors), d => d.Inventors, MostInventors, new InventorValidator());
        List(nameof(PostDealBody.Instalments), d => d.Instalments, MostInstalments, new InstalmentValidator());
        List(nameof(PostDealBody.Sellers), d => d.Sellers, MostParties, new DealPartyValidator(vocabularies));
        List(nameof(PostDealBody.Buyers), d => d.Buyers, MostParties, new DealPartyValidator(vocabularies));
        RuleFor(d => d.Sellers).Must(sellers => sellers is not { Count: 0 }).Says("至少须有一个卖方，或不填此项。", "Name at least one seller, or leave it out.");
        RuleFor(d => d.Buyers).Must(buyers => buyers is not { Count: 0 }).Says("至少须有一个买方，或不填此项。", "Name at least one buyer, or leave it out.");
        RuleFor(d => d).Custom(CheckShares);
        RuleFor(d => d).Custom(CheckPlan);
        RuleFor(d => d).Custom(CheckTechnologyAmount);
    }

    private static void CheckShares(PostDealBody deal, ValidationContext<PostDealBody> context)
    {
        if (deal.Inventors is not { Count: > 0 and <= MostInventors } inventors || inventors.Any(i => ((InventorBody?)i)?.BasisPoints is not (>= 1 and <= WholeShare)))
        {
            return;
        }

        var difference = WholeShare - inventors.Sum(i => i.BasisPoints!.Value);
        if (difference != 0)
        {
            var percent = Percent(Math.Abs(difference));
            context.AddFailure(nameof(deal.Inventors), difference > 0
                ? new Text($"完成人份额合计须为 100%，还差 {percent}。", $"The inventors' shares must make 100 %; {percent} is missing.").ToString()
                : new Text($"完成人份额合计须为 100%，超出 {percent}。", $"The inventors' shares must make 100 %; {percent} is too much.").ToString());
        }
    }

    private static void CheckPlan(PostDealBody deal, ValidationContext<PostDealBody> context)
    {
        if ((deal.PaymentPlan is not null && !Codes.TryParse<PaymentPlan>(deal.PaymentPlan, out _)) || !DealShapes.IsMoney(deal.Amount))
        {
            return;
        }

        var plan = deal.PaymentPlan is null ? Once : Codes.Parse<PaymentPlan>(deal.PaymentPlan);
        Belongs(context, nameof(deal.Instalments), plan is PaymentPlan.Instalments, deal.Instalments is not null, "instalments");
        Belongs(context, nameof(deal.EntryFee), plan is EntryFeePlusRoyalty, deal.EntryFee is not null, "entryFeePlusRoyalty");
        Belongs(context, nameof(deal.RoyaltyBasisPoints), plan is Royalty or EntryFeePlusRoyalty, deal.RoyaltyBasisPoints is not null, "royalty, entryFeePlusRoyalty");
        if (plan is EntryFeePlusRoyalty && DealShapes.IsMoney(deal.EntryFee))
        {
            WithinAmount(deal, deal.EntryFee!, nameof(deal.EntryFee), context);
        }

        if (plan is PaymentPlan.Instalments && deal.Instalments is { Count: <= MostInstalments } parts && parts.All(p => DealShapes.IsMoney(((InstalmentBody?)p)?.Amount)))
        {
            CheckSum(deal, parts, context);
        }
    }

    private static void CheckSum(PostDealBody deal, IReadOnlyList<InstalmentBody> parts, ValidationContext<PostDealBody> context)
    {
        if (parts.Any(p => p.Amount!.Currency != deal.Amount!.Currency))
        {
            context.AddFailure(nameof(deal.Instalments), SameCurrency.ToString());
            return;
        }

        // At most 200 times 10^15 fits.
        var difference = deal.Amount!.MinorUnits!.Value - parts.Sum(p => p.Amount!.MinorUnits!.Value);
        if (difference != 0)
        {
            context.AddFailure(nameof(deal.Instalments), new Text(
                $"各期合计须等于合同金额，相差 {Math.Abs(difference)} 最小货币单位（分）。",
                $"The instalments must add up to the amount; they are {Math.Abs(difference)} minor units {(difference > 0 ? "short" : "over")}.").ToString());
        }
    }

    private static void CheckTechnologyAmount(PostDealBody deal, ValidationContext<PostDealBody> context)
    {
        if (DealShapes.IsMoney(deal.TechnologyAmount) && DealShapes.IsMoney(deal.Amount))
        {
            WithinAmount(deal, deal.TechnologyAmount!, nameof(deal.TechnologyAmount), context);
        }
    }

    private static void WithinAmount(PostDealBody deal, MoneyBody part, string field, ValidationContext<PostDealBody> context)
    {
        if (part.Currency != deal.Amount!.Currency)
        {
            context.AddFailure(field, SameCurrency.ToString());
        }
        else if (part.MinorUnits > deal.Amount.MinorUnits)
        {
            context.AddFailure(field, new Text("不能大于合同金额。", "It must not be larger than the amount.").ToString());
        }
    }

    private static void Belongs(ValidationContext<PostDealBody> context, string field, bool needed, bool given, string plans)
    {
        if (needed && !given)
        {
            context.AddFailure(field, new Text("按所选付款方式，此项必填。", "The payment plan needs it.").ToString());
        }
        else if (given && !needed)
        {
            context.AddFailure(field, new Text($"此项只用于付款方式 {plans}，请去掉或更改 paymentPlan。", $"It belongs to the payment plans {plans} only; leave it out or change paymentPlan.").ToString());
        }
    }

    private static Text SameCurrency => new("须与合同金额为同一币种。", "It must be in the currency of the amount.");

    private static bool IsSubType(VocabularySet vocabularies, string code, string? type) =>
        vocabularies["contract-subtypes"].ByCode(code) is { } term && term.Code == code && (term.Parent ?? term.Code) == type;

    private static string Percent(int basisPoints) => $"{basisPoints / 100}.{basisPoints % 100:00} %";

    private void List<TItem>(string name, System.Linq.Expressions.Expression<Func<PostDealBody, IEnumerable<TItem>?>> list, int most, IValidator<TItem> item)
        where TItem : class
    {
        // By the whole body: the validator keeps one accessor for each member, and this one's type would be another than that of the rules above.
        var read = list.Compile();
        RuleFor(d => d).Custom((deal, context) =>
        {
            if (read(deal)?.Count() > most)
            {
                context.AddFailure(name, new Text($"最多 {most} 项。", $"At most {most} entries.").ToString());
            }
        });

        // JSON can put null where the type says an entry.
        RuleForEach(list!).Must(i => i is not null).Says("不能为空。", "It must not be empty.").SetValidator(item).OverridePropertyName(name).When(d => read(d)?.Count() <= most);
    }
}
