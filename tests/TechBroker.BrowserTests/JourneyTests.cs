using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;
using TechBroker.Domain.Engagements;
using static Microsoft.Playwright.Assertions;

namespace TechBroker.BrowserTests;

/// <summary>One need through all hands: what each does appears at the others' without a reload. Its pictures tell the story in order.</summary>
internal sealed class JourneyTests
{
    // What no other test's market is about, or else the pair would not stand out of it.
    private const string Problem = "刺参苗种越冬的循环水养殖：水温保持十二摄氏度以上，氨氮低于 0.1 mg/L，成活率 85% 以上，每吨苗电耗低于 900 kWh。";

    // The page's own period when it is opened: this year.
    private static readonly string Flow = $"statistics/region-flow?kind=signed&from={CentreDay.Of(DateTimeOffset.UtcNow).Year}-01-01";

    [Test]
    public async Task BlindNeed_PostedByAnEngineer_BecomesAContractThatTheOrganiserSees()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        await using var officer = await Visit.BeginAsync(new Manner("zh"), "provider");
        await using var engineer = await Visit.BeginAsync(new Manner("zh"), "seeker");
        await using var organiser = await Visit.BeginAsync(new Manner("zh"), "organiser");
        var listing = (await officer.PostAsync("listings", new { title = $"刺参苗种越冬循环水养殖系统 {mark}", description = Problem, trl = 7, publish = true })).Text("id");

        // Two of them wait at their pages, and are told.
        await officer.OpenAsync($"/work/listings/{listing}");
        await organiser.OpenAsync("/work/statistics/flow");
        await organiser.PictureAsync("journey-1-flow-before");

        // The engineer knows the problem, and nobody is to know whose it is.
        var summary = $"某养殖企业寻求越冬方案 {mark}";
        await PostBlindAsync(engineer, $"刺参苗种安全越冬 {mark}", summary);
        var answer = engineer.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = mark });
        await Expect(answer).ToContainTextAsync("循环水养殖系统");
        await engineer.PictureAsync("journey-3-match-appears");
        await answer.GetByRole(AriaRole.Button, new() { NameRegex = new("^有意向") }).ClickAsync();

        // How well it fits would tell the officer what the need says; that somebody asks, and the summary, they may know.
        var offered = officer.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = summary });
        await Expect(offered).ToContainTextAsync("待您表态");
        await officer.PictureAsync("journey-4-interest-appears");
        Assert.That(await officer.Page.ContentAsync(), Does.Not.Contain("刺参苗种安全越冬"), "nothing but the summary");
        var engagement = (await offered.GetByRole(AriaRole.Link, new() { NameRegex = new("^查看对接") }).GetAttributeAsync("href"))!.Split('/')[^1];
        await offered.GetByRole(AriaRole.Button, new() { NameRegex = new("^有意向") }).ClickAsync();
        await Expect(answer).ToContainTextAsync("双方有意");

        // Within a minute the program gives it to a manager, who may be this one and takes it on then; the organiser does not wait for that.
        await using var manager = await Visit.BeginAsync(new Manner("zh"), "manager");
        var id = (await manager.GetAsync("me")).Text("id");
        var agreed = await organiser.GetAsync($"engagements/{engagement}");
        if (agreed.GetProperty("managerId").GetString() != id)
        {
            await organiser.PostAsync($"engagements/{engagement}/hand-over", new { managerId = id });
        }
        else if (agreed.GetProperty("acceptBy").ValueKind is JsonValueKind.String)
        {
            await manager.PostAsync($"engagements/{engagement}/accept");
        }

        await manager.OpenAsync($"/work/engagements/{engagement}");
        var introduce = manager.Page.GetByRole(AriaRole.Button, new() { Name = "引荐双方" });
        await introduce.ClickAsync();
        await ConfirmAsync(manager, "引荐双方");
        await Expect(manager.Page.Locator("[aria-current=step]")).ToContainTextAsync("已引荐");
        await manager.PictureAsync("journey-5-introduced");

        // Now the officer may know.
        await officer.OpenAsync($"/work/engagements/{engagement}");
        await Expect(officer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("刺参苗种安全越冬");

        await manager.PostAsync($"engagements/{engagement}/negotiate", new { priceMode = "tender" });
        await manager.OpenAsync($"/work/deals/new?engagement={engagement}");
        var flow = (await organiser.GetAsync(Flow)).Items().ToList();
        await RecordAsync(manager.Page, "120");
        await manager.SettleAsync();
        await manager.PictureAsync("journey-6-contract");

        // The officer in the statistics has not touched the page.
        var after = (await organiser.GetAsync(Flow)).Items().Where(Yuan).ToList();
        var (from, to, amount) = after.Select(One).Single(one => !flow.Where(Yuan).Select(One).Contains(one));
        Assert.That(amount - flow.Where(Yuan).Select(One).FirstOrDefault(one => (one.From, one.To) == (from, to)).Amount, Is.EqualTo(120_000_000));
        await Expect(organiser.Page.Locator(".organiser-figure", new() { HasText = (amount / 1_000_000m).ToString("#,0.####", CultureInfo.InvariantCulture) }).First).ToBeVisibleAsync();
        await organiser.PictureAsync("journey-7-flow-after");
    }

    private static async Task PostBlindAsync(Visit visit, string title, string summary)
    {
        var page = visit.Page;
        await visit.OpenAsync("/work/needs/new");
        await page.GetByLabel("用一句话说出来").FillAsync(title);
        await page.GetByLabel("详细说说").FillAsync(Problem);
        for (var step = 0; step < 3; step++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "下一步", Exact = true }).ClickAsync();
            await visit.SettleAsync();
        }

        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^匿名") }).CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "匿名摘要" }).FillAsync(summary);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "别人会看到的样子" })).ToContainTextAsync(summary);
        await visit.PictureAsync("journey-2-blind-need");
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
    }

    private static async Task ConfirmAsync(Visit visit, string button)
    {
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new(string.Join("\\s?", button.ToCharArray())) }).Last.ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task RecordAsync(IPage page, string amount)
    {
        await Expect(page.Locator("#deal_sellers_0_name")).Not.ToHaveValueAsync("");
        await page.Locator("#deal_contractType").ClickAsync();
        await page.GetByTitle("技术许可", new() { Exact = true }).ClickAsync();
        await page.Locator("#deal_amount").FillAsync(amount);
        await page.GetByRole(AriaRole.Button, new() { Name = "添加完成人" }).ClickAsync();
        await page.Locator("#deal_inventors_0_name").FillAsync("陈老师");
        await page.Locator("#deal_inventors_0_basisPoints").FillAsync("100");
        await page.GetByRole(AriaRole.Button, new() { Name = "录入合同" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/work/deals/[0-9a-f]{8}-"));
    }

    private static bool Yuan(JsonElement flow) => flow.GetProperty("amount").Text("currency") == "CNY";

    private static (string From, string To, long Amount) One(JsonElement flow) =>
        (flow.Text("fromRegion"), flow.Text("toRegion"), flow.GetProperty("amount").GetProperty("minorUnits").GetInt64());
}
