using System.Collections.Frozen;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>Which field a heading means, in the wordings that transfer offices use, Chinese and English.</summary>
internal static class Headings
{
    // Longest first; what stands behind an amount's name without brackets.
    private static readonly string[] Units = ["万美元", "万元", "亿元", "千元", "美元", "万", "元", "usd", "cny", "rmb", "eur"];
    private static readonly char[] Numerals = [.. "0123456789一二三四五六七八九十"];

    private static readonly FrozenDictionary<string, Field> OfListing = Index(
        (Field.Title, "标题/成果名称/成果标题/科技成果名称/项目名称/技术名称/技术成果名称/专利名称/名称/name/title/result name/project name/technology/technology name/listing title"),
        (Field.Summary, "摘要/简介/成果简介/成果摘要/项目简介/技术简介/概述/summary/abstract/overview"),
        (Field.Trl, "成熟度/技术成熟度/成熟度等级/技术成熟度等级/成果成熟度/所处阶段/TRL/TRL等级/trl level/readiness/technology readiness/technology readiness level/maturity"),
        (Field.Ip, "知识产权/知识产权情况/知识产权状况/知识产权信息/专利号/专利/专利情况/专利信息/专利申请号/ip/intellectual property/ip rights/patents/patent/patent number"),
        (Field.Money, "报价/转让价格/拟转让价格/拟转让价/转让价/价格/挂牌价/意向价格/意向价/期望价格/成果价格/拟交易价格/askingPrice/asking price/price"),
        (Field.Id, "成果编号/项目编号/成果登记号/listing id"));

    private static readonly FrozenDictionary<string, Field> OfNeed = Index(
        (Field.Title, "标题/需求名称/需求标题/技术需求名称/技术需求/项目名称/难题名称/名称/name/title/need/need title/demand title"),
        (Field.Description, "需求内容/需求描述/需求简介/需求详情/需求说明/技术需求内容/技术需求描述/项目简介/简介/need description/requirements"),
        (Field.Trl, "最低成熟度/最低技术成熟度/成熟度要求/技术成熟度要求/期望成熟度/成熟度/技术成熟度/minTrl/min trl/minimum trl/TRL/readiness/minimum readiness"),
        (Field.Money, "预算/投入预算/拟投入资金/拟投入/预算金额/资金预算/项目预算/意向投入/意向金额/拟投入金额/budget/planned budget"),
        (Field.Deadline, "截止日期/截止时间/期限/需求期限/有效期/有效期至/截止/deadline/due date/valid until/closing date"),
        (Field.Visibility, "公开方式/可见范围/公开范围/公开程度/发布方式/是否公开/visibility"),
        (Field.BlindSummary, "匿名摘要/对外摘要/公开摘要/盲摘要/隐名摘要/blindSummary/blind summary/public summary"),
        (Field.Id, "需求编号/项目编号/need id"));

    public static Field? Find(ImportKind kind, string heading)
    {
        var aliases = kind == ImportKind.Listings ? OfListing : OfNeed;
        var key = HeadingText.Key(heading);
        if (Lookup(aliases, key) is { } whole)
        {
            return whole;
        }

        if (Units.FirstOrDefault(u => key.EndsWith(u, StringComparison.Ordinal)) is { } unit && Lookup(aliases, key[..^unit.Length]) == Field.Money)
        {
            return Field.Money;
        }

        // "标题/Title": every part that is known must mean the same.
        var parts = heading.Split(['/', '／', '\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = parts.Select(p => Lookup(aliases, HeadingText.Key(p))).OfType<Field>().Distinct().ToList();
        return found is [var only] ? only : null;
    }

    /// <summary>The unit of a column of amounts: 报价（万元）, 报价/万元, 报价万元.</summary>
    public static MoneyUnit UnitOf(string heading)
    {
        var (key, hints) = HeadingText.Normalise(heading);
        return MoneyText.UnitOf(Units.FirstOrDefault(u => key.EndsWith(u, StringComparison.Ordinal)) is { } unit ? [.. hints, unit] : hints);
    }

    private static Field? Lookup(FrozenDictionary<string, Field> aliases, string key) =>
        aliases.TryGetValue(key, out var field) || aliases.TryGetValue(key.TrimStart(Numerals), out field) ? field : null;

    private static FrozenDictionary<string, Field> Index(params (Field Field, string Aliases)[] own)
    {
        (Field Field, string Aliases)[] shared =
        [
            (Field.Id, "id/编号/编码/外部编号/reference/external id"),
            (Field.Description, "描述/详细描述/技术描述/内容/详情/详细内容/详细介绍/成果介绍/成果描述/成果详情/项目介绍/项目描述/技术介绍/技术内容/description/details/full description"),
            (Field.Keywords, "关键词/关键字/技术关键词/标签/keywords/keyword/key words/tags"),
            (Field.Fields, "领域/技术领域/所属领域/应用领域/行业/所属行业/产业领域/技术方向/fields/field/domain/industry/sector/field of technology"),
            (Field.CooperationModes, "合作方式/合作模式/转化方式/交易方式/拟合作方式/期望合作方式/意向合作方式/拟转化方式/成果转化方式/cooperationModes/cooperation mode/cooperation/mode of cooperation/transfer mode"),
            (Field.Region, "地区/所在地/省市/省/所在地区/所在省市/所属地区/区域/行政区划/地域/regionCode/region/location"),
            (Field.Language, "语言/语种/language/lang"),
            (Field.OrganisationId, "单位ID/机构ID/organisationId/organisation id/organization id"),
            (Field.Publish, "发布/是否发布/立即发布/publish"),
            (Field.RunningNumber, "序号/序/行号/no/#/serial number/row"),
            (Field.Errors, "错误/错误原因/errors/_errors"),
        ];
        var index = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var (field, aliases) in own.Concat(shared))
        {
            foreach (var alias in aliases.Split('/'))
            {
                index.TryAdd(HeadingText.Key(alias), field);
            }
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
