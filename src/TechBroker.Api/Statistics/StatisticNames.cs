using TechBroker.Domain;
using TechBroker.Domain.Statistics;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Statistics;

/// <summary>What statistics call things in the files that people open.</summary>
internal static class StatisticNames
{
    public static readonly Text From = new("开始日期", "From");
    public static readonly Text To = new("结束日期", "To");
    public static readonly Text Currency = new("币种", "Currency");
    public static readonly Text Amount = new("成交额", "Amount");
    public static readonly Text TechnologyAmount = new("技术交易额", "Technology amount");

    public static Text Count(StatisticKind kind) => kind is StatisticKind.Paid ? new("到款笔数", "Payments") : new("合同数", "Contracts");

    public static Text Of(StatisticKind kind) => kind switch
    {
        StatisticKind.Signed => new("签订", "signed"),
        StatisticKind.Registered => new("登记", "registered"),
        _ => new("到款", "paid"),
    };

    public static Text Of(RegionLevel level) => level is RegionLevel.Province ? new("省级", "province") : new("市级", "city");

    public static Text Of(ContractDimension dimension) => dimension switch
    {
        ContractDimension.Month => new("月份", "Month"),
        ContractDimension.Quarter => new("季度", "Quarter"),
        ContractDimension.Year => new("年份", "Year"),
        ContractDimension.Type => new("合同类别", "Contract type"),
        ContractDimension.SubType => new("合同子类", "Subtype"),
        ContractDimension.Field => new("技术领域", "Field of technology"),
        ContractDimension.SellerKind => new("卖方类型", "Seller's kind"),
        ContractDimension.BuyerKind => new("买方类型", "Buyer's kind"),
        ContractDimension.SellerRegion => new("卖方地区", "Seller's region"),
        ContractDimension.BuyerRegion => new("买方地区", "Buyer's region"),
        ContractDimension.PriceMode => new("定价方式", "Price mode"),
        ContractDimension.PaymentPlan => new("付款方式", "Payment plan"),
        _ => new("技术经理人", "Technology manager"),
    };

    public static Text Of(FunnelStage stage) => stage switch
    {
        FunnelStage.Proposed => new("提出", "Proposed"),
        FunnelStage.Interested => new("一方有意向", "Interested"),
        FunnelStage.Mutual => new("双方有意向", "Mutual interest"),
        FunnelStage.Introduced => new("已引荐", "Introduced"),
        FunnelStage.Met => new("已会面", "Met"),
        FunnelStage.Negotiating => new("洽谈中", "Negotiating"),
        _ => new("已签约", "Signed"),
    };

    /// <summary>A figure's key with its name from the vocabularies, where they have one.</summary>
    public static Named Key(VocabularySet vocabularies, ContractDimension dimension, string? key, bool english) => new(key, key is null ? null : dimension switch
    {
        ContractDimension.Type => Term(vocabularies, "contract-types", key, english),
        ContractDimension.SellerKind or ContractDimension.BuyerKind => Term(vocabularies, "organisation-kinds", key, english),
        ContractDimension.PriceMode => Term(vocabularies, "price-modes", key, english),
        ContractDimension.SellerRegion or ContractDimension.BuyerRegion => Region(vocabularies, key, english),
        ContractDimension.Field => Field(vocabularies, key, english),
        _ => null,
    });

    public static string? Region(VocabularySet vocabularies, string code, bool english) => Term(vocabularies, code.Length == 2 ? "countries" : "regions", code, english);

    public static string? Field(VocabularySet vocabularies, string code, bool english) =>
        code.Split(':', 2) is [var vocabulary, var term] ? Term(vocabularies, vocabulary, term, english) : null;

    public static string? Term(VocabularySet vocabularies, string vocabulary, string code, bool english) =>
        vocabularies.Find(vocabulary)?.ByCode(code) is { } term ? (english ? term.En : term.Zh) : null;
}
