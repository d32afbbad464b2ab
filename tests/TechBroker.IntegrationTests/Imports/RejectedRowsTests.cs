using System.Text;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

/// <summary>The rows that did not go in come back as a file, to be mended and sent again.</summary>
internal sealed class RejectedRowsTests : OnOneServer
{
    [Test]
    public async Task Rejected_OfCsv_IsMendedAndImported()
    {
        var job = (await Server.ImportAsync("listings", Utf8("标题,成熟度,备注\n甲成果,6,好\n\"乙,成果\",66,坏\n丙成果,77,坏\n"), "成果表.csv")).Counts(created: 1, rejected: 2);

        var (file, name, type) = await DownloadAsync(job.Id);
        Assert.Multiple(() =>
        {
            Assert.That((name, type), Is.EqualTo(("成果表-rejected.csv", "text/csv")));
            Assert.That(file, Does.StartWith("\uFEFF标题,成熟度,备注,errors\r\n\"乙,成果\",66,坏,"));
            Assert.That(file, Does.Not.Contain("甲成果"));
        });

        var mended = file.Replace(",66,", ",6,", StringComparison.Ordinal).Replace(",77,", ",7,", StringComparison.Ordinal);
        (await Server.ImportAsync("listings", Utf8(mended), "again.csv")).Counts(created: 2);
        Assert.That(
            (await GetAsync($"{Calls.Listings}?limit=200")).Items.Select(i => i.GetProperty("title").GetString()), Is.SupersetOf(new[] { "甲成果", "乙,成果", "丙成果" }));
    }

    [Test]
    public async Task Rejected_InChinese_ExplainsInChinese()
    {
        var job = (await Server.ImportAsync("listings", "标题,成熟度\n丁成果,88\n")).Counts(rejected: 1);

        var (file, _, _) = await DownloadAsync(job.Id, "zh-CN");

        Assert.That(file, Does.Contain("标题,成熟度,错误\r\n").And.Contain("“成熟度”列："));
    }

    [Test]
    public async Task Rejected_OfJsonl_IsJsonlThatImportsWhenMended()
    {
        var job = (await Server.ImportAsync("needs", Utf8("{\"title\":\"好的一行\"}\n{\"title\":\"坏的一行\",\"minTrl\":70}\n"), "needs.jsonl")).Counts(created: 1, rejected: 1);

        var (file, name, type) = await DownloadAsync(job.Id);
        Assert.That((name, type), Is.EqualTo(("needs-rejected.jsonl", "application/jsonl")));
        Assert.That(file, Does.Contain("_errors"));

        (await Server.ImportAsync("needs", Utf8(file.Replace("70", "7", StringComparison.Ordinal)), name)).Counts(created: 1);
    }

    [Test]
    public async Task Rejected_OfWorkbook_IsCsvThatImportsWhenMended()
    {
        var template = await Server.Http.GetByteArrayAsync($"{ImportsPath}/template?kind=listings");
        var filled = Workbook.FillIn(template, ["W-1", "Bad listing", "", "", "", "", "70"]);
        var job = (await Server.ImportAsync("listings", filled, "book.xlsx")).Counts(rejected: 1, unchanged: 1);

        var (file, name, _) = await DownloadAsync(job.Id);
        Assert.That(name, Is.EqualTo("book-rejected.csv"));

        (await Server.ImportAsync("listings", Utf8(file.Replace(",70,", ",7,", StringComparison.Ordinal)), name)).Counts(created: 1);
    }

    [Test]
    public async Task Rejected_NotMended_IsRejectedAgainForTheSameReason()
    {
        var job = (await Server.ImportAsync("listings", "标题,成熟度\n戊成果,99\n")).Counts(rejected: 1);
        var (file, _, _) = await DownloadAsync(job.Id);

        var again = (await Server.ImportAsync("listings", file)).Counts(rejected: 1);

        Assert.That(again.Errors.Single(), Is.EqualTo(job.Errors.Single()));
        Assert.That((await DownloadAsync(again.Id)).File, Is.EqualTo(file), "one column of errors, not two");
    }

    [Test]
    public async Task Rejected_OfValidatorAndMarketErrors_AreInTheFileToo()
    {
        var job = (await Server.ImportAsync("needs", $"标题,截止日期\n{new string('长', 301)},2099-01-01\n过期,2020-01-01\n好,2099-01-01\n")).Counts(created: 1, rejected: 2);

        var (file, _, _) = await DownloadAsync(job.Id);

        Assert.That(file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Rejected_OfNothing_IsNotFound()
    {
        var job = (await Server.ImportAsync("listings", "标题\n没有错误\n")).Counts(created: 1);

        Assert.That(job.RejectedFile, Is.Null);
        (await GetAsync($"{ImportsPath}/{job.Id}/rejected")).IsProblem(404, "rejected-rows-not-found");
    }

    private async Task<(string File, string Name, string Type)> DownloadAsync(Guid id, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{ImportsPath}/{id}/rejected");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await Server.Http.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        var disposition = response.Content.Headers.ContentDisposition!;
        return (Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()), disposition.FileNameStar ?? disposition.FileName!, response.Content.Headers.ContentType!.MediaType!);
    }
}
