using System.Text.Json;
using TechBroker.Contracts.Http;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

/// <summary>What is wrong in a row is told with its row, column and remedy; the good rows go in.</summary>
internal sealed class RowErrorTests : OnOneServer
{
    [Test]
    public async Task Import_GoodAndBadRows_KeepsTheGoodAndExplainsTheBad()
    {
        var job = (await Server.ImportAsync("listings", "项目名称,TRL等级,所在地\n好的成果甲,6,北京\n坏的成果,12,北京\n好的成果乙,5,上海\n,3,广东\n")).Counts(created: 2, rejected: 2);

        var (trl, title) = (job.Error(3), job.Error(5));
        Assert.Multiple(() =>
        {
            Assert.That((trl.Column, title.Column), Is.EqualTo(("TRL等级", "项目名称")));
            Assert.That(trl.Message, Does.Contain("Column \"TRL等级\"").And.Not.Match(@"[\u4e00-\u9fff]{6}"));
            Assert.That(trl.Remedy, Is.Not.Empty);
            Assert.That(title.Code, Is.EqualTo("title-missing"));
        });

        var chinese = (await GetAsync($"{ImportsPath}/{job.Id}", ("Accept-Language", "zh-CN"))).Json.Deserialize<ImportJobBody>(TechBroker.Api.Http.ApiJson.Options)!;
        Assert.That(chinese.Error(3).Message, Does.StartWith("“TRL等级”列："));
        Assert.That(chinese.Error(3).Remedy, Does.Match(@"[\u4e00-\u9fff]{4}"));
    }

    [Test]
    public async Task Import_BeyondTheLimitsOfHttp_NamesTheColumnAsTheFileHeadsIt()
    {
        var keywords = string.Join('；', Enumerable.Range(0, 31).Select(i => $"词{i}"));
        var job = (await Server.ImportAsync(
            "needs",
            $"难题名称,标签,投入预算（万元）,需求说明,最低成熟度\n{new string('长', 301)},a,1,b,2\n三十一个词,{keywords},1,b,2\n刚好三百字{new string('好', 295)},a,1,b,2\n太贵,a,99999999999999999,b,2\n描述太长,a,1,{new string('述', 50_001)},2\n"))
            .Counts(created: 1, rejected: 4);

        Assert.That(
            job.Errors.Select(e => (e.Row, e.Column)),
            Is.EqualTo(new[] { (2, "难题名称"), (3, "标签"), (5, "投入预算（万元）"), (6, "需求说明") }));
        Assert.That(job.Errors.Select(e => e.Message), Is.All.Contains("Column \""));
    }

    [Test]
    public async Task Import_RowBeyondALimitAndItsMendedCopy_KeepsTheCopy()
    {
        var job = (await Server.ImportAsync("listings", $"编号,标题\nM-1,{new string('长', 301)}\nM-1,改短的标题\n")).Counts(created: 1, rejected: 1);

        Assert.That(job.Errors.Single().Row, Is.EqualTo(2));
    }

    [Test]
    public async Task Import_JsonlErrors_AreNamedByProperty()
    {
        var job = (await Server.ImportAsync("listings", """
            {"title":"对的一行"}
            {"title":"错的类型","trl":"seven?"}
            {"title":"多的属性","titel":"x"}
            not json
            {"title":"半个字符\ud800"}
            """)).Counts(created: 1, rejected: 4);

        Assert.That(job.Errors.Select(e => e.Row), Is.EqualTo(new[] { 2, 3, 4, 5 }));
        Assert.That(job.Errors.Take(2).Select(e => e.Column), Is.EqualTo(new[] { "trl", "titel" }));
        Assert.That(job.Error(3).Remedy, Does.Contain("title"));
    }

    [Test]
    public async Task Import_SameRowTwice_IsImportedOnceWithAWarning()
    {
        var job = (await Server.ImportAsync("listings", "标题,摘要\n重复的行,a\n重复的行,a\n")).Counts(created: 1, unchanged: 1);

        Assert.That((job.Errors.Single().Severity, job.Errors.Single().Code, job.Errors.Single().Row), Is.EqualTo(("warning", "duplicate-row", 3)));
        Assert.That(job.RejectedFile, Is.Null);
    }

    [Test]
    public async Task Import_DeadlineThatHasPassed_NamesItsColumn()
    {
        var job = (await Server.ImportAsync("needs", "需求名称,截止时间\n过期的需求,2020-01-31\n")).Counts(rejected: 1);

        Assert.That((job.Errors.Single().Code, job.Errors.Single().Column), Is.EqualTo(("deadline-passed", "截止时间")));
        Assert.That(job.Errors.Single().Remedy, Does.Contain("deadline"));
    }

    [Test]
    public async Task Import_FormulaCells_AreTextAndNeverRun()
    {
        (await Server.ImportAsync("listings", "编号,标题\nF-1,=cmd|' /C calc'!A0\n")).Counts(created: 1);

        var listing = (await GetAsync($"{Calls.Listings}?limit=200")).Items.Single(i => i.GetProperty("externalRef").GetString() == "F-1");
        Assert.That(listing.GetProperty("title").GetString(), Is.EqualTo("=cmd|' /C calc'!A0"));
    }

    [Test]
    public async Task Errors_OfManyRows_AreListedInPages()
    {
        var rows = string.Concat(Enumerable.Range(1, 450).Select(i => $"成果{i},{(i % 2 == 0 ? 77 : 7)}\n"));
        var job = (await Server.ImportAsync("listings", $"标题,成熟度\n{rows}")).Counts(created: 225, rejected: 225);
        Assert.That(job.Errors, Has.Count.EqualTo(100), "as many as one wants to see at once");

        var seen = new List<int>();
        var path = $"{ImportsPath}/{job.Id}/errors?limit=60";
        for (var (cursor, pages) = ("", 0); cursor is not null && pages < 10; pages++)
        {
            var page = (await GetAsync(path + cursor)).Succeeds();
            seen.AddRange(page.Items.Select(i => i.GetProperty("row").GetInt32()));
            cursor = page.Json.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
        }

        Assert.That(seen, Is.EqualTo(Enumerable.Range(1, 450).Where(i => i % 2 == 0).Select(i => i + 1)));
    }

    [Test]
    public async Task Errors_WithTheCursorOfAnotherImport_IsRefused()
    {
        var first = await Server.ImportAsync("listings", "标题,成熟度\n游标一,77\n游标二,77\n");
        var second = await Server.ImportAsync("listings", "标题,成熟度\n游标三,77\n");
        var next = (await GetAsync($"{ImportsPath}/{first.Id}/errors?limit=1")).Json.GetProperty("next").GetString();

        (await GetAsync($"{ImportsPath}/{second.Id}/errors?cursor={next}")).Breaks("cursor");
        (await GetAsync($"{ImportsPath}/{first.Id}/errors?limit=0")).Breaks("limit");
    }

    [TestCase("")]
    [TestCase("/errors")]
    [TestCase("/rejected")]
    public async Task Get_UnknownImport_IsNotFound(string part) =>
        (await GetAsync($"{ImportsPath}/{Guid.NewGuid()}{part}")).IsProblem(404, "import-not-found");

    [Test]
    public async Task List_ManyImports_PagesNewestFirst()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await Server.ImportAsync("listings", $"标题\n列表{i}\n")).Id);
        }

        Assert.That((await Server.AllIdsAsync(ImportsPath, 2)).Take(5), Is.EqualTo(Enumerable.Reverse(ids)));
    }
}
