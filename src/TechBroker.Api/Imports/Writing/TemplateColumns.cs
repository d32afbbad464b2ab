using TechBroker.Api.Imports.Mapping;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Writing;

/// <summary>The columns of the two templates, in the order in which people think of them.</summary>
internal static class TemplateColumns
{
    private static readonly IReadOnlyList<Text> Levels = [.. Enumerable.Range(1, 9).Select(n => new Text($"{n}", $"{n}"))];
    private static readonly IReadOnlyList<Text> Visibilities = [new("公开", "open"), new("匿名", "blind"), new("保密", "private")];
    private static readonly IReadOnlyList<Text> Languages = [new("中文", "zh"), new("英文", "en")];

    private static readonly TemplateColumn Id = new(
        Field.Id, new("编号", "id"), new(ExampleRow.ChineseId, ExampleRow.EnglishId),
        new("本单位的固定编号，再次导入时据此更新同一条记录；可不填。这一行是示例，不会导入。", "Your own lasting number; a later import updates the record by it. Optional. This row is an example and is not imported."), 14);

    private static readonly TemplateColumn Keywords = new(
        Field.Keywords, new("关键词", "Keywords"), new("电解槽；质子交换膜；绿氢", "electrolyser; proton exchange membrane; green hydrogen"),
        new("用分号隔开，最多 30 个。", "Separated by semicolons, at most 30."), 28);

    private static readonly TemplateColumn Fields = new(
        Field.Fields, new("技术领域", "Field of technology"), new("新能源", "New energy"),
        new("领域名称或代码，用分号隔开，最多 20 个；词表之外的名称也可以填。", "Names or codes, separated by semicolons, at most 20; names outside the vocabularies are allowed."), 22);

    private static readonly TemplateColumn Modes = new(
        Field.CooperationModes, new("合作方式", "Cooperation modes"), new("技术许可", "licence"),
        new("可填多个，用分号隔开。", "Several are separated by semicolons."), 20)
    {
        Vocabulary = "cooperation-modes",
    };

    private static readonly TemplateColumn Region = new(
        Field.Region, new("地区", "Region"), new("北京市", "Beijing"),
        new("省、市、区县名称或六位行政区划代码；国外填两位国家代码，如 DE。", "Province, city or district, or a six-digit code; abroad the two-letter country code, such as DE."), 18);

    private static readonly TemplateColumn Language = new(
        Field.Language, new("语言", "Language"), new("中文", "en"), new("可不填，由系统识别。", "May be left empty."), 10)
    {
        Choices = Languages,
    };

    private static readonly IReadOnlyList<TemplateColumn> OfListings =
    [
        Id,
        new(Field.Title, new("成果名称（必填）", "Title (required)"), new("兆瓦级质子交换膜电解水制氢装置", "Megawatt PEM water electrolyser"), new("最多 300 字。", "At most 300 characters."), 40),
        new(Field.Summary, new("摘要", "Summary"), new("单槽制氢 200 标方每小时，直流电耗低于 4.3 千瓦时每标方。", "200 Nm3 of hydrogen per hour and stack at less than 4.3 kWh/Nm3."), new("最多 2,000 字。", "At most 2,000 characters."), 40),
        new(Field.Description, new("详细描述", "Description"), new("已完成 2,000 小时连续运行考核，可提供样机与测试报告。", "Ran 2,000 hours without a stop; prototype and test report available."), new("最多 50,000 字。", "At most 50,000 characters."), 50),
        Keywords,
        Fields,
        new(Field.Trl, new("技术成熟度", "TRL"), new("7", "7"), new("1 到 9 级（GB/T 22900-2022）。", "1 to 9 (GB/T 22900-2022)."), 12) { Choices = Levels },
        new(Field.Ip, new("知识产权", "Intellectual property"), new("发明专利 ZL202310012345.6 已授权；软件著作权 2021SR000001 已登记", "patent ZL202310012345.6 granted; softwareCopyright 2021SR000001 registered"), new("每项写“类型 号码 状态”，多项用分号隔开。", "\"type number status\" each, separated by semicolons."), 40),
        Modes,
        Region,
        new(Field.Money, new("报价（万元）", "Asking price (CNY)"), new("120", "1200000"), new("只填数字时按表头单位计；也可写明单位，如 120万元、USD 50000；未定填“面议”。", "A bare number is in the heading's unit; 120万元 or USD 50000 are possible too; \"negotiable\" where it is open."), 16),
        Language,
    ];

    private static readonly IReadOnlyList<TemplateColumn> OfNeeds =
    [
        Id,
        new(Field.Title, new("需求名称（必填）", "Title (required)"), new("寻求低铂质子交换膜电解槽催化剂", "Low-platinum catalyst for PEM electrolysers wanted"), new("最多 300 字。", "At most 300 characters."), 40),
        new(Field.Description, new("需求内容", "Description"), new("铂载量低于 0.3 毫克每平方厘米，寿命不低于 20,000 小时。", "Loading below 0.3 mg/cm2, life of at least 20,000 hours."), new("最多 50,000 字。", "At most 50,000 characters."), 50),
        Keywords,
        Fields,
        new(Field.Trl, new("最低成熟度", "Minimum TRL"), new("5", "5"), new("1 到 9 级（GB/T 22900-2022）。", "1 to 9 (GB/T 22900-2022)."), 12) { Choices = Levels },
        Modes,
        Region,
        new(Field.Money, new("预算（万元）", "Budget (CNY)"), new("300", "3000000"), new("只填数字时按表头单位计；也可写明单位，如 300万元、USD 50000；未定填“面议”。", "A bare number is in the heading's unit; 300万元 or USD 50000 are possible too; \"negotiable\" where it is open."), 16),
        new(Field.Deadline, new("截止日期", "Deadline"), new("2027-03-31", "2027-03-31"), new("如 2027-03-31；只写年月时指当月最后一天；长期有效可不填。", "Such as 2027-03-31; a month alone means its last day; empty where there is none."), 14),
        new(Field.Visibility, new("公开方式", "Visibility"), new("公开", "open"), new("匿名：只公开匿名摘要；保密：只有平台撮合时使用。", "blind: others read the blind summary only; private: used for matching only."), 12) { Choices = Visibilities },
        new(Field.BlindSummary, new("匿名摘要", "Blind summary"), new(string.Empty, string.Empty), new("公开方式为“匿名”时，其他人看到的内容；最多 2,000 字。", "What others may read of a blind need; at most 2,000 characters."), 40),
        Language,
    ];

    public static IReadOnlyList<TemplateColumn> For(ImportKind kind) => kind == ImportKind.Listings ? OfListings : OfNeeds;
}
