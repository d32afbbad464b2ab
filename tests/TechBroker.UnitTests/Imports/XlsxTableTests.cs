using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Imports.Reading;

namespace TechBroker.UnitTests.Imports;

public sealed class XlsxTableTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string Header = $"<row r=\"1\">{Given.Cell("A1", "成果名称")}{Given.Cell("B1", "详细描述")}{Given.Cell("C1", "报价（元）")}</row>";

    [Test]
    public void Rows_SharedRichAndInlineStrings_AreRead()
    {
        var strings = $"<sst xmlns=\"{Main}\"><si><t>氢能</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">电 </t></r><r><t>解槽</t></r><rPh sb=\"0\" eb=\"1\"><t>dian</t></rPh></si><si/></sst>";
        var rows = Given.Rows(Given.Workbook(
            $"{Header}<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c>{Given.Cell("B3", "a_x000D_&#10;b_x005F_x0041_")}</row>",
            ("xl/sharedStrings.xml", strings)));

        Assert.That((rows[0].Listing!.Title, rows[0].Listing!.Description), Is.EqualTo(("氢能", "电 解槽")));
        Assert.That(rows[1].Listing!.Description, Is.EqualTo("a\nb_x0041_"));
    }

    [TestCase("1E+05", "100000")]
    [TestCase("1.2000000000000001E8", "120000000")]
    [TestCase("0.30000000000000004", "0.3")]
    [TestCase("1234567890123456", "1234567890123456")]
    [TestCase("-1.50", "-1.5")]
    [TestCase("1E-7", "0.0000001")]
    [TestCase("0", "0")]
    [TestCase("1E300", null)]
    public void Number_Stored_IsShownPlainly(string raw, string? shown)
    {
        var text = XlsxNumber.Show(raw, NumberFormat.General, from1904: false);

        Assert.That(text, shown is null ? Does.Match("^[0-9]{301}$") : Is.EqualTo(shown));
    }

    [TestCase("yyyy\"年\"m\"月\"d\"日\"", "46477", "2027-03-31")]
    [TestCase("yyyy-mm-dd hh:mm", "46477.75", "2027-03-31T18:00:00")]
    [TestCase("[$-804]yyyy\"年\"m\"月\"", "46447", "2027-03")]
    [TestCase("h:mm", "0.5", "12:00:00")]
    [TestCase("General", "46477", "46477")]
    [TestCase("#,##0.00\"day\"", "46477", "46477")]
    [TestCase("0.00E+00", "46477", "46477")]
    [TestCase("[Red]#,##0", "46477", "46477")]
    [TestCase("[$$-409]#,##0.00", "50000", "$50000")]
    [TestCase("[$¥-804]#,##0.00", "50000", "50000")]
    [TestCase("[$¥-411]#,##0", "50000", "JPY50000")]
    public void Number_ByFormat_BecomesDateOrAmount(string format, string raw, string shown) =>
        Assert.That(XlsxNumber.Show(raw, NumberFormat.Parse(format), from1904: false), Is.EqualTo(shown));

    [Test]
    public void Rows_NumbersDatesAndBooleans_FollowTheirStyles()
    {
        var styles = $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy/m/d\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
        var file = Given.Workbook(
            $"<row r=\"1\">{Given.Cell("A1", "标题")}{Given.Cell("B1", "截止日期")}{Given.Cell("C1", "预算")}{Given.Cell("D1", "需求内容")}</row>"
            + "<row r=\"2\"><c r=\"A2\"><v>2025</v></c><c r=\"B2\" s=\"1\"><v>46477</v></c><c r=\"C2\"><v>1.2E6</v></c><c r=\"D2\" t=\"b\"><v>1</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>x</v></c><c r=\"B3\" s=\"2\"><v>46477</v></c></row>",
            ("xl/styles.xml", styles));

        var rows = Given.Rows(file, ImportKind.Needs);

        Assert.That(rows.SelectMany(r => r.Issues), Is.Empty);
        Assert.That((rows[0].Need!.Title, rows[0].Need!.Deadline, rows[0].Need!.Budget!.MinorUnits, rows[0].Need!.Description), Is.EqualTo(("2025", (DateOnly?)new DateOnly(2027, 3, 31), (long?)120_000_000, "TRUE")));
        Assert.That(rows[1].Need!.Deadline, Is.EqualTo(new DateOnly(2027, 3, 31)));
    }

    [Test]
    public void Rows_Formulas_GiveStoredResultWithWarning()
    {
        var rows = Given.Rows(Given.Workbook(
            $"{Header}<row r=\"2\">{Given.Cell("A2", "a")}<c r=\"C2\"><f>SUM(X1:X9)*10000</f><v>1200000</v></c></row>"
            + $"<row r=\"3\">{Given.Cell("A3", "b")}<c r=\"C3\"><f>NOW()</f></c></row>"
            + $"<row r=\"4\">{Given.Cell("A4", "c")}<c r=\"C4\" t=\"e\"><f>X1</f><v>#REF!</v></c></row>"));

        Assert.That(rows.Select(r => r.Issues.Single().Code), Is.EqualTo((string[])["formula", "formula-without-result", "error-value"]));
        Assert.That(rows.Select(r => r.Verdict), Is.EqualTo((Verdict[])[Verdict.Import, Verdict.Reject, Verdict.Reject]));
        Assert.That(rows[0].Listing!.AskingPrice!.MinorUnits, Is.EqualTo(120_000_000));
        Assert.That(rows.Select(r => r.Issues.Single().Column), Is.All.EqualTo("报价（元）"));
    }

    [Test]
    public void Rows_HiddenAndBlankRows_KeepTheirNumbers()
    {
        var rows = Given.Rows(Given.Workbook(
            $"<row r=\"1\">{Given.Cell("A1", "某大学成果一览")}</row><row r=\"3\">{Given.Cell("B3", "成果名称")}{Given.Cell("C3", "摘要")}</row>"
            + $"<row r=\"4\" hidden=\"1\">{Given.Cell("B4", "a")}</row><row r=\"5\"><c r=\"B5\" s=\"3\"/></row><row r=\"6\">{Given.Cell("B6", " ")}</row><row r=\"9\">{Given.Cell("B9", "b")}</row><row r=\"10\"/>"));

        Assert.That(rows.Select(r => (r.Number, r.Listing!.Title)), Is.EqualTo(((int, string?)[])[(4, "a"), (9, "b")]));
    }

    [Test]
    public void Rows_HiddenSheetFirst_TakesTheVisibleOneAndMentionsOthers()
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var file = Given.Workbook(
            $"{Header}<row r=\"2\">{Given.Cell("A2", "hidden")}</row>",
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"x\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"一院\" r:id=\"r2\"/><sheet name=\"二院\" r:id=\"r2\"/></sheets></workbook>"),
            ("xl/worksheets/sheet2.xml", Given.Sheet($"{Header}<row r=\"2\">{Given.Cell("A2", "shown")}</row>")));

        Given.Open(file).Is(out var import, out _);

        Assert.That(import!.Rows().Single().Listing!.Title, Is.EqualTo("shown"));
        Assert.That(import.Table.Notes.Single().Code, Is.EqualTo("sheet-not-read"));
        Assert.That(import.Table.Notes.Single().Message.Zh, Does.Contain("二院"));
        import.Dispose();
    }

    [Test]
    public void Rows_MergedOverRows_AreTakenAsTheyAreWithNote()
    {
        var sheet = Given.Sheet($"{Header}<row r=\"2\">{Given.Cell("A2", "a")}{Given.Cell("B2", "both")}</row><row r=\"3\">{Given.Cell("A3", "b")}<c r=\"B3\"/></row>", "<mergeCells><mergeCell ref=\"A9:C9\"/><mergeCell ref=\"B2:B3\"/></mergeCells>");
        Given.Open(Given.Workbook(string.Empty, ("xl/worksheets/sheet1.xml", sheet))).Is(out var import, out _);

        Assert.That(import!.Rows().Select(r => r.Listing!.Description), Is.EqualTo((string?[])["both", null]));
        Assert.That(import.Table.Notes.Single(), Has.Property(nameof(ImportIssue.Code)).EqualTo("merged-cells").And.Property(nameof(ImportIssue.Row)).EqualTo(2).And.Property(nameof(ImportIssue.Column)).EqualTo("详细描述"));
        import.Dispose();
    }

    [Test]
    public void Open_UnknownAndRunningColumns_AreNotedOncePerFile()
    {
        var file = Given.Workbook($"<row r=\"1\">{Given.Cell("A1", "序号")}{Given.Cell("B1", "标题")}{Given.Cell("C1", "联系人")}</row><row r=\"2\"><c r=\"A2\"><v>1</v></c>{Given.Cell("B2", "a")}{Given.Cell("C2", "张")}{Given.Cell("E2", "stray")}</row>");
        Given.Open(file).Is(out var import, out _);

        Assert.That(import!.Table.Notes.Select(n => (n.Code, n.Column)), Is.EqualTo(((string, string?)[])[("running-number-ignored", "序号"), ("unknown-column", "联系人")]));
        var row = import.Rows().Single();
        Assert.That(row.Issues.Select(i => (i.Code, i.Column)), Is.EqualTo(((string, string?)[])[("value-without-heading", "E")]));
        Assert.That((row.ExternalId, row.Verdict), Is.EqualTo(((string?)null, Verdict.Import)));
        import.Dispose();
    }

    [Test]
    public void Rows_EveryFaultOfARow_IsToldAtOnce()
    {
        var row = Given.Rows("标题,成熟度,报价,地区,合作方式\n,12,-1,火星,赠送\n").Single();

        Assert.That(row.Issues.Select(i => i.Code), Is.EquivalentTo((string[])["title-missing", "trl-invalid", "money-negative", "region-unknown", "cooperation-mode-unknown"]));
        Assert.That(row.Issues.Select(i => i.Remedy.Zh), Is.All.Not.Empty);
        Assert.That(row.Issues.All(i => i.Message.Zh.Contains(i.Column!, StringComparison.Ordinal) && i.Message.En.Contains(i.Column!, StringComparison.Ordinal)), Is.True);
    }
}
