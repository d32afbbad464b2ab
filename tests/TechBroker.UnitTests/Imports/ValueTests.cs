using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Mapping;

namespace TechBroker.UnitTests.Imports;

/// <summary>What people type into cells, and what is made of it.</summary>
public sealed class ValueTests
{
    private static readonly RegionNames Regions = new(Given.Vocabularies);

    [TestCase("120万", 120_000_000, "CNY")]
    [TestCase("120万元", 120_000_000, "CNY")]
    [TestCase("１２０万元", 120_000_000, "CNY")]
    [TestCase("1,200,000", 120_000_000, "CNY")]
    [TestCase("¥1200000", 120_000_000, "CNY")]
    [TestCase("￥1,200,000.50", 120_000_050, "CNY")]
    [TestCase("人民币 120 万元整", 120_000_000, "CNY")]
    [TestCase("1.2亿", 12_000_000_000, "CNY")]
    [TestCase("3百万", 300_000_000, "CNY")]
    [TestCase("USD 50000", 5_000_000, "USD")]
    [TestCase("50万美元", 50_000_000, "USD")]
    [TestCase("$1.5M", 150_000_000, "USD")]
    [TestCase("€ 2 million", 200_000_000, "EUR")]
    [TestCase("1000000 JPY", 1_000_000, "JPY")]
    [TestCase("0.1", 10, "CNY")]
    [TestCase("10000000000000", 1_000_000_000_000_000, "CNY")]
    public void Money_Amount_IsExact(string text, long minor, string currency)
    {
        var (value, complaint) = MoneyText.Parse(text, MoneyUnit.None);

        Assert.That(complaint, Is.Null);
        Assert.That((value!.MinorUnits, value.Currency), Is.EqualTo(((long?)minor, currency)));
    }

    [TestCase("面议")]
    [TestCase("价格面议")]
    [TestCase("Negotiable")]
    [TestCase("to be negotiated")]
    public void Money_Open_IsNoneAndNoFault(string text) => Assert.That(MoneyText.Parse(text, MoneyUnit.None), Is.EqualTo(default(Parsed<Contracts.Http.MoneyBody?>)));

    [TestCase("-5", "money-negative")]
    [TestCase("1.234", "money-too-fine")]
    [TestCase("1.5 JPY", "money-too-fine")]
    [TestCase("0.0000001万", "money-too-fine")]
    [TestCase("10000000000001", "money-too-large")]
    [TestCase("9999999999999999999999999999", "money-too-large")]
    [TestCase("9999999999999999999999999999万亿", "money-too-large")]
    [TestCase("100-200万", "money-invalid")]
    [TestCase("1,20,000", "money-invalid")]
    [TestCase("1.200.000", "money-invalid")]
    [TestCase("约100万", "money-invalid")]
    [TestCase("100 XYZ", "money-invalid")]
    [TestCase("USD 100元", "money-invalid")]
    [TestCase("1e5", "money-invalid")]
    [TestCase("abc", "money-invalid")]
    public void Money_Fault_IsNamed(string text, string code) => Assert.That(MoneyText.Parse(text, MoneyUnit.None).Complaint?.Code, Is.EqualTo(code));

    [TestCase("报价（万元）", "120", 120_000_000L, "CNY")]
    [TestCase("报价(单位：万元，含税)", "1.5", 1_500_000L, "CNY")]
    [TestCase("报价/万元", "120", 120_000_000L, "CNY")]
    [TestCase("报价万元（必填）", "120", 120_000_000L, "CNY")]
    [TestCase("报价（万美元）", "3", 3_000_000L, "USD")]
    [TestCase("Asking price (USD)", "50000", 5_000_000L, "USD")]
    [TestCase("报价（万元）", "1200000元", 120_000_000L, "CNY")]
    [TestCase("报价（万元）", "2亿", 20_000_000_000L, "CNY")]
    [TestCase("报价（万元）", "¥120", 120_000_000L, "CNY")]
    [TestCase("报价（万元）", "USD 50000", 5_000_000L, "USD")]
    [TestCase("报价（万元）", "$50000", 5_000_000L, "USD")]
    [TestCase("报价（万美元）", "$5", 5_000_000L, "USD")]
    [TestCase("报价（必填）", "120", 12_000L, "CNY")]
    public void Money_UnitInHeading_AppliesToBareNumbersOnly(string heading, string text, long minor, string currency)
    {
        var row = Given.Rows($"标题,\"{heading}\"\na,{text}\n").Single();

        Assert.That(row.Issues, Is.Empty);
        Assert.That((row.Listing!.AskingPrice!.MinorUnits, row.Listing.AskingPrice.Currency), Is.EqualTo(((long?)minor, currency)));
    }

    [Test]
    public void Money_TwoUnitsInHeading_RefusesBareNumbersOnly()
    {
        var rows = Given.Rows("标题,报价（元/万元）\na,120\nb,120万元\n");

        Assert.That(rows[0].Issues.Single().Code, Is.EqualTo("money-unit-unclear"));
        Assert.That(rows[1].Listing!.AskingPrice!.MinorUnits, Is.EqualTo(120_000_000));
    }

    [TestCase("7", 7)]
    [TestCase("7.0", 7)]
    [TestCase("TRL7", 7)]
    [TestCase("trl 7", 7)]
    [TestCase("TRL-7", 7)]
    [TestCase("7级", 7)]
    [TestCase("第七级", 7)]
    [TestCase("七级", 7)]
    [TestCase("７", 7)]
    [TestCase("中试", 6)]
    public void Trl_Level_IsRead(string text, int level) => Assert.That(TrlText.Parse(text, Given.Vocabularies), Is.EqualTo(new Parsed<int?>(level, null)));

    [TestCase("小试")]
    [TestCase("已实现产业化")]
    [TestCase("prototype")]
    public void Trl_Stage_IsLeftOutWithWarning(string text) => Assert.That(
        TrlText.Parse(text, Given.Vocabularies),
        Has.Property("Value").Null.And.Property("Complaint").Property(nameof(Complaint.Code)).EqualTo("trl-stage").And.Property("Complaint").Property(nameof(Complaint.Severity)).EqualTo(Severity.Warning));

    [TestCase("0")]
    [TestCase("10")]
    [TestCase("7.5")]
    [TestCase("-1")]
    [TestCase("4-5")]
    [TestCase("TRL")]
    [TestCase("高")]
    [TestCase("٧")]
    public void Trl_Other_IsRefused(string text) => Assert.That(TrlText.Parse(text, Given.Vocabularies).Complaint?.Code, Is.EqualTo("trl-invalid"));

    [TestCase("2027-03-31", "2027-03-31")]
    [TestCase("2027/3/31", "2027-03-31")]
    [TestCase("2027.3.31", "2027-03-31")]
    [TestCase("2027年3月31日", "2027-03-31")]
    [TestCase("2027年3月31日前", "2027-03-31")]
    [TestCase("2027年3月", "2027-03-31")]
    [TestCase("2028年2月底", "2028-02-29")]
    [TestCase("2027-03", "2027-03-31")]
    [TestCase("20270331", "2027-03-31")]
    [TestCase("2027-03-31T17:00:00", "2027-03-31")]
    [TestCase("31 March 2027", "2027-03-31")]
    [TestCase("Mar 31, 2027", "2027-03-31")]
    public void Date_EachWayToWriteIt_IsRead(string text, string iso)
    {
        var (value, complaint) = DateText.Parse(text);

        Assert.That(complaint, Is.Null);
        Assert.That(value, Is.EqualTo(DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TestCase("2027-02-29")]
    [TestCase("2027-13-01")]
    [TestCase("3/4/2027")]
    [TestCase("尽快")]
    [TestCase("20271399")]
    [TestCase("123456")]
    public void Date_Other_IsRefused(string text) => Assert.That(DateText.Parse(text).Complaint?.Code, Is.EqualTo("date-invalid"));

    [Test]
    public void Date_ExcelDayNumber_IsReadWithWarning()
    {
        var (value, complaint) = DateText.Parse("46477");

        Assert.That(value, Is.EqualTo(new DateOnly(2027, 3, 31)));
        Assert.That(complaint, Has.Property(nameof(Complaint.Code)).EqualTo("date-from-number").And.Property(nameof(Complaint.Severity)).EqualTo(Severity.Warning));
    }

    [TestCase("北京", "110000")]
    [TestCase("北京市", "110000")]
    [TestCase("北京市海淀区", "110108")]
    [TestCase("北京海淀", "110108")]
    [TestCase("北京市海淀区中关村大街1号", "110108")]
    [TestCase("中国北京市朝阳区", "110105")]
    [TestCase("北京市朝阳区", "110105")]
    [TestCase("辽宁省朝阳市", "211300")]
    [TestCase("浙江省杭州市余杭区", "330110")]
    [TestCase("浙江/杭州", "330100")]
    [TestCase("杭州", "330100")]
    [TestCase("内蒙古", "150000")]
    [TestCase("吉林", "220000")]
    [TestCase("吉林市", "220200")]
    [TestCase("吉林吉林", "220200")]
    [TestCase("Haidian District, Beijing", "110108")]
    [TestCase("Beijing, China", "110000")]
    [TestCase("110108", "110108")]
    [TestCase("de", "DE")]
    [TestCase("德国", "DE")]
    public void Region_Name_BecomesTheDeepestCode(string text, string code) => Assert.That(Regions.Parse(text), Is.EqualTo(new Parsed<string?>(code, null)));

    [TestCase("火星")]
    [TestCase("京津冀")]
    [TestCase("北京、浙江")]
    [TestCase("北京浙江")]
    [TestCase("朝阳")]
    [TestCase("999999")]
    [TestCase("XX")]
    public void Region_UnknownOrAmbiguous_IsRefused(string text) => Assert.That(Regions.Parse(text).Complaint?.Code, Is.EqualTo("region-unknown"));

    [TestCase("公开", "open")]
    [TestCase("匿名", "blind")]
    [TestCase("盲", "blind")]
    [TestCase("保密", "private")]
    [TestCase("私密", "private")]
    [TestCase("Private", "private")]
    public void Visibility_Name_IsRead(string text, string code) => Assert.That(ChoiceText.Visibility(text).Value, Is.EqualTo(code));

    [Test]
    public void Modes_NamesAliasesAndCodes_BecomeCodesOnce() =>
        Assert.That(ChoiceText.Modes("转让、技术许可；jointDevelopment，专利转让", Given.Vocabularies).Value, Is.EqualTo((string[])["transfer", "licence", "jointDevelopment"]));

    [TestCase("转让/许可")]
    [TestCase("技术转让或许可")]
    public void Modes_Joined_AreTakenApart(string text) =>
        Assert.That(ChoiceText.Modes(text, Given.Vocabularies).Value, Is.EqualTo((string[])["transfer", "licence"]));

    [Test]
    public void Modes_Unknown_NamesTheAllowedOnes()
    {
        var complaint = ChoiceText.Modes("转让；赠送", Given.Vocabularies).Complaint!;

        Assert.That(complaint.Message.Zh, Does.Contain("赠送"));
        Assert.That(complaint.Remedy.Zh, Does.Contain("作价入股"));
        Assert.That(complaint.Remedy.En, Does.Contain("jointDevelopment"));
    }

    [Test]
    public void Terms_NameWithSeparator_StaysWhole()
    {
        var row = Given.Rows("标题,技术领域\na,氢能、化工、冶金与材料工程、能源与矿业工程\n").Single();

        Assert.That(row.Listing!.Fields, Is.EqualTo((string[])["氢能", "化工、冶金与材料工程", "能源与矿业工程"]));
    }

    [Test]
    public void Keywords_EachSeparator_Splits() =>
        Assert.That(CellText.List("a；b;c、d，e,f|g\nh；；"), Is.EqualTo((string[])["a", "b", "c", "d", "e", "f", "g", "h"]));

    [TestCase("发明专利 ZL202310012345.6 已授权; 软著 2021SR000001", "patent/ZL202310012345.6/granted softwareCopyright/2021SR000001/")]
    [TestCase("ZL 2023 1 0012345.6", "patent/ZL202310012345.6/")]
    [TestCase("ZL202320012345.X", "utilityModel/ZL202320012345.X/")]
    [TestCase("实用新型：ZL202320012345.6（已授权）、ZL202310012345.6，申请中", "utilityModel/ZL202320012345.6/granted patent/ZL202310012345.6/pending")]
    [TestCase("PCT/CN2023/123456", "internationalApplication/PCT/CN2023/123456/")]
    [TestCase("US10,123,456", "patent/US10123456/")]
    [TestCase("US 10,123,456 B2；已授权", "patent/US10123456B2/granted")]
    [TestCase("发明专利", "patent//")]
    [TestCase("生物、医药新品种 12345678", "biologicalProduct/12345678/")]
    [TestCase("patent ZL202310012345.6 granted", "patent/ZL202310012345.6/granted")]
    public void Ip_UsualWording_IsTakenApart(string text, string expected)
    {
        var (rights, complaint) = new IpText(Given.Vocabularies).Parse(text);

        Assert.That(complaint, Is.Null);
        Assert.That(string.Join(' ', rights!.Select(r => $"{r.Type}/{r.Number}/{r.Status}")), Is.EqualTo(expected));
    }

    [TestCase("发明专利3项", "patent/发明专利3项/")]
    [TestCase("张三所有", "other/张三所有/")]
    [TestCase("ZL202310012345.6 王五发明人", "patent/ZL202310012345.6/")]
    public void Ip_Unclear_IsKeptWithWarning(string text, string expected)
    {
        var (rights, complaint) = new IpText(Given.Vocabularies).Parse(text);

        Assert.That(complaint, Has.Property(nameof(Complaint.Code)).EqualTo("ip-unclear").And.Property(nameof(Complaint.Severity)).EqualTo(Severity.Warning));
        Assert.That(string.Join(' ', rights!.Select(r => $"{r.Type}/{r.Number}/{r.Status}")), Is.EqualTo(expected));
    }

    [TestCase("成果名称*", Field.Title)]
    [TestCase(" 标 题（必填） ", Field.Title)]
    [TestCase("＊项目名称", Field.Title)]
    [TestCase("TITLE", Field.Title)]
    [TestCase("标题/Title", Field.Title)]
    [TestCase("2、成果名称", Field.Title)]
    [TestCase("ＴＲＬ", Field.Trl)]
    [TestCase("Asking Price", Field.Money)]
    [TestCase("省/市", Field.Region)]
    [TestCase("cooperation_modes", null)]
    [TestCase("序号", Field.RunningNumber)]
    [TestCase("联系人", null)]
    public void Heading_EachWayToWriteIt_IsKnown(string heading, object? field) => Assert.That(Headings.Find(ImportKind.Listings, heading), Is.EqualTo(field));

    [Test]
    public void Heading_EveryHttpName_IsKnown()
    {
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            foreach (var (name, field) in FieldNames.For(kind))
            {
                Assert.That(Headings.Find(kind, name), Is.EqualTo(field), $"{kind} {name}");
            }
        }
    }
}
