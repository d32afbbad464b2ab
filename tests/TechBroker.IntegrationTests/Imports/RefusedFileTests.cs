using System.Text;
using TechBroker.Composition;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

/// <summary>A file that cannot be read as a whole fails its job with a reason in the reader's language, and leaves nothing behind.</summary>
internal sealed class RefusedFileTests : OnOneServer
{
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[5_000]];

    [TestCaseSource(nameof(Files))]
    public async Task Import_UnreadableFile_FailsWithAReasonInBothLanguages(byte[] file, string name, string english, string chinese)
    {
        var before = await Footprint.OfAsync(Server);

        var job = await Server.ImportAsync("listings", file, name);

        Assert.That((job.State, job.Processed, job.Created), Is.EqualTo(("failed", 0, 0)));
        Assert.That(job.Failure, Does.Contain(english));
        Assert.That(job.FinishedAt, Is.Not.Null);
        var inChinese = (await GetAsync($"{ImportsPath}/{job.Id}", ("Accept-Language", "zh"))).Json.GetProperty("failure").GetString();
        Assert.That(inChinese, Does.Contain(chinese).And.Contain("请"));
        Assert.That(await Footprint.OfAsync(Server), Is.EqualTo(before));
    }

    [Test]
    public async Task Import_AfterARefusedFile_GoesOn()
    {
        await Server.ImportAsync("listings", OldOffice, "old.xls");

        (await Server.ImportAsync("listings", "标题\n下一个文件\n")).Counts(created: 1);
    }

    [Test]
    public async Task Import_NeedsAsListings_AsksForTheKind()
    {
        var job = await Server.ImportAsync("listings", "需求名称,预算\n寻求电堆,1\n");

        Assert.That(job.Failure, Does.Contain("check the kind"));
    }

    private static IEnumerable<TestCaseData> Files()
    {
        TestCaseData Of(string what, byte[] file, string name, string english, string chinese) =>
            new TestCaseData(file, name, english, chinese).SetArgDisplayNames(what);

        yield return Of("old xls", OldOffice, "成果.xls", "(.xls)", "旧版 Excel");
        yield return Of("encrypted", [.. OldOffice, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]], "成果.xlsx", "password", "密码");
        yield return Of("zip bomb", Workbook.Zip("xl/worksheets/sheet1.xml", new byte[64 * 1024 * 1024]), "bomb.xlsx", "abnormal size", "解压");
        yield return Of("zip of something", Workbook.Zip("word/document.xml", Utf8("<d/>")), "text.docx", "cannot be read as a table", "无法按表格读取");
        yield return Of("cut off", Workbook.Zip("xl/workbook.xml", Utf8("<workbook/>"))[..60], "half.xlsx", "damaged", "损坏");
        yield return Of("empty", [], "empty.csv", "no rows", "没有数据行");
        yield return Of("header only", Utf8("标题,摘要\n"), "header.csv", "no rows", "没有数据行");
        yield return Of("no title column", Utf8("姓名,电话\n张三,1\n"), "people.csv", "No column holds the title (headings found: 姓名, 电话)", "没有找到标题列");
        yield return Of("json array", Utf8("[{\"title\":\"a\"}]"), "array.json", "one object per line", "每行一个对象");
        yield return Of("web page", Utf8("<html><table><tr><td>标题</td></tr></table>"), "export.xls", "a web page", "网页");
    }

    // What an earlier test has published would otherwise leave the outbox in the middle of this one.
    protected override void Configure(Settings settings) => settings.Workers.Enabled = false;
}
