using System.Text;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Imports.Reading;
using TechBroker.Api.Imports.Writing;

namespace TechBroker.UnitTests.Imports;

public sealed class RejectedFileTests
{
    [Test]
    public void Csv_MendedAndImportedAgain_IsAccepted()
    {
        var rejected = Reject(Given.Utf8("成果汇总\n标题,联系人,成熟度\n=1+1,张三,12\n@b,李四,7\n-c,王五,0\n"));

        Assert.That(rejected[..3], Is.EqualTo((byte[])[0xEF, 0xBB, 0xBF]));
        var text = Encoding.UTF8.GetString(rejected, 3, rejected.Length - 3);
        Assert.That(text.Split("\r\n")[0], Is.EqualTo("标题,联系人,成熟度,错误"));
        Assert.That(text, Does.Contain("\r\n'=1+1,张三,12,").And.Contain("\r\n'-c,王五,0,").And.Contain("成熟度").And.Not.Contain("李四"));

        var mended = Given.Rows(text.Replace(",12,", ",6,", StringComparison.Ordinal).Replace(",0,", ",5,", StringComparison.Ordinal));
        Assert.That(mended.Select(r => (r.Verdict, r.Listing!.Title)), Is.EqualTo(((Verdict, string?)[])[(Verdict.Import, "=1+1"), (Verdict.Import, "-c")]));
    }

    [TestCase("标题,摘要\n\"a,1\n", "unclosed-quote")]
    [TestCase("标题,摘要\na\n", "ragged-row")]
    [TestCase("标题,摘要\na,b,c\n", "ragged-row")]
    [TestCase("标题\n\"a\n", "unclosed-quote")]
    [TestCase("标题,摘要\na,#REF!\n", "error-value")]
    [TestCase("标题,摘要\na,\u0001\n", "control-character")]
    [TestCase("{\"title\":\"a\",\"title\":\"b\"}", "duplicate-property")]
    [TestCase("{\"title\":\"\\ud800\"}", "broken-character")]
    [TestCase("{\"title\":\"a\"\n", "json-invalid")]
    public void Any_NotMended_IsRejectedAgain(string file, string code)
    {
        Assert.That(Given.Rows(file).Single().Issues.Single().Code, Is.EqualTo(code));

        var once = Reject(Given.Utf8(file));
        var twice = Reject(once);

        Assert.That(Given.Rows(once).Single().Verdict, Is.EqualTo(Verdict.Reject));
        Assert.That(Given.Rows(twice).Single().Verdict, Is.EqualTo(Verdict.Reject));
    }

    [Test]
    public void Csv_RejectedTwice_HasOneErrorColumn()
    {
        var twice = Encoding.UTF8.GetString(Reject(Reject(Given.Utf8("标题,成熟度\na,12\n"))));

        Assert.That(twice.Split("\r\n")[0].TrimStart('\uFEFF'), Is.EqualTo("标题,成熟度,错误"));
    }

    [Test]
    public void Jsonl_Rejected_IsTheLineWithItsErrors()
    {
        var once = Reject(Given.Utf8("{\"title\":\"好\"}\n{ \"title\" : \"a\\u4e00\", \"trl\":12}\n"));
        var twice = Encoding.UTF8.GetString(Reject(once));

        Assert.That(Encoding.UTF8.GetString(once), Does.StartWith("{\"title\" : \"a\\u4e00\",\"trl\":12,\"_errors\":[\"“trl”列：").Or.StartWith("{\"title\":\"a\\u4e00\",\"trl\":12,\"_errors\":[\"“trl”列："));
        Assert.That(twice, Is.EqualTo(Encoding.UTF8.GetString(once)));
        Assert.That(Given.Rows(twice.Replace("12", "6", StringComparison.Ordinal)).Single().Verdict, Is.EqualTo(Verdict.Import));
    }

    [Test]
    public void Xlsx_Rejected_BecomesCsvThatImportsWhenMended()
    {
        var file = Given.Workbook($"<row r=\"1\">{Given.Cell("A1", "标题")}{Given.Cell("B1", "成熟度")}</row><row r=\"2\">{Given.Cell("A2", "=cmd")}<c r=\"B2\"><v>12</v></c></row>");

        var text = Encoding.UTF8.GetString(Reject(file));

        Assert.That(text, Does.Contain("'=cmd,12,"));
        Assert.That(Given.Rows(text.Replace("12", "6", StringComparison.Ordinal)).Single().Listing!.Title, Is.EqualTo("=cmd"));
    }

    [TestCase("results.xlsx", "results-rejected.csv")]
    [TestCase("../成果.csv", "成果-rejected.csv")]
    public void NameFor_Table_IsCsv(string name, string expected) => Assert.That(RejectedFile.NameFor(name, TableFormat.Xlsx), Is.EqualTo(expected));

    [Test]
    public void Apostrophe_AnyText_IsUndoneExactlyAndNeverDangerous()
    {
        var texts = Gen.Elements('\'', '=', '+', '-', '@', '\t', '\r', 'a', '中').ListOf().Select(cs => string.Concat(cs));

        Prop.ForAll(Arb.From(texts), text =>
        {
            var safe = Apostrophe.Protect(text);
            return Apostrophe.Undo(safe) == text && (safe.Length == 0 || !"=+-@\t\r".Contains(safe[0], StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    private static byte[] Reject(byte[] file)
    {
        Assert.That(Given.Open(file).Is(out var import, out _), Is.True);
        using var output = new MemoryStream();
        using (import)
        using (var rejected = RejectedFile.To(output, import!.Table, english: false))
        {
            foreach (var row in import.Rows().Where(r => r.Verdict == Verdict.Reject))
            {
                rejected.Add(row);
            }
        }

        return output.ToArray();
    }
}
