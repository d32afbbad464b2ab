using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace TechBroker.BrowserTests;

/// <summary>The centre's own pages: statistics, ceremonies, audit record, organisations, people, managers, duplicates.</summary>
internal sealed class OrganiserTests
{
    private static readonly string[] Tabs = ["flow", "value", "funnel", "market", "managers", "investments"];

    [TestCase("zh", 1440)]
    [TestCase("en", 390)]
    public async Task RegionFlow_EachFigureOfTheTable_IsWhatItsLinesAddUpTo(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, width), "organiser");
        var page = visit.Page;
        await visit.OpenAsync("/work/statistics");
        await visit.PictureAsync("organiser-statistics");
        await visit.OpenAsync("/work/statistics/flow?period=last-year");
        await Expect(page.Locator(".organiser-chart svg")).ToBeVisibleAsync();

        var figures = page.Locator(".organiser-figure");
        var count = Math.Min(await figures.CountAsync(), 3);
        Assert.That(count, Is.GreaterThan(0), "last year had contracts");
        for (var i = 0; i < count; i++)
        {
            var figure = await figures.Nth(i).InnerTextAsync();
            await figures.Nth(i).ClickAsync();
            await Expect(page.GetByTestId("lines-sum")).ToHaveTextAsync(figure);
            await Expect(page.Locator(".organiser-lines a[href^='/work/deals/']").First).ToBeVisibleAsync();
            if (i == 0)
            {
                await visit.PictureAsync("organiser-lines");
            }

            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByTestId("lines-sum")).ToHaveCountAsync(0);
        }
    }

    [Test]
    public async Task RegionFlow_ClickOnTheDrawing_OpensWhatThatRegionAddsUpTo()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "organiser");
        var page = visit.Page;
        await visit.OpenAsync("/work/statistics/flow?period=last-year");

        // Flows let the page shine through, regions do not; the first of them sells most.
        var region = page.Locator(".organiser-chart svg path[fill^='#']:not([fill-opacity])").First;
        await region.ClickAsync(new() { Force = true });
        await Expect(page.GetByTestId("lines-sum")).ToBeVisibleAsync();
        var figure = await page.Locator(".organiser-lines p strong").InnerTextAsync();
        await Expect(page.GetByTestId("lines-sum")).ToHaveTextAsync(figure);
    }

    [Test]
    public async Task Period_Chosen_StandsInTheAddressOnEveryTab()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "organiser");
        var page = visit.Page;
        await visit.OpenAsync("/work/statistics");
        await page.GetByText("上一年", new() { Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/work/statistics?period=last-year");
        await page.GetByRole(AriaRole.Link, new() { Name = "成交走势" }).ClickAsync();
        await page.WaitForURLAsync("**/work/statistics/value?period=last-year");
        await visit.SettleAsync();

        // January to December, each with a row.
        await Expect(page.Locator(".organiser-drawn tbody tr.ant-table-row")).ToHaveCountAsync(12);
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "下载 CSV" }).ClickAsync());
        Assert.That(await File.ReadAllTextAsync(await file.PathAsync()), Does.Contain("-01").And.Contain("CNY"));
    }

    [Test]
    public async Task Manager_InStatistics_SeesOnlyThemselves()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "manager");
        await visit.OpenAsync("/work/statistics/managers");
        await Expect(visit.Page.Locator(".organiser-drawn tbody tr.ant-table-row")).ToHaveCountAsync(1);
        await visit.OpenAsync("/work/audit");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync("审计记录");
    }

    [Test]
    public async Task Audit_AfterAnOrganisationIsAdded_FindsWhoDidIt()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "organiser");
        var page = visit.Page;
        var name = $"审计测试院 {Guid.NewGuid():N}";
        await visit.OpenAsync("/work/organisations");
        await page.GetByRole(AriaRole.Button, new() { Name = "新增单位" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.GetByText("请填写此项").First).ToBeVisibleAsync();
        await page.GetByLabel("名称", new() { Exact = true }).FillAsync(name);
        await ChooseAsync(page, "类型", "高等院校");
        await ChooseAsync(page, "所在地", "北京市");
        await visit.PictureAsync("organiser-organisation");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.GetByText("已保存")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync(name[^12..]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = name })).ToBeVisibleAsync();

        var found = await (await page.APIRequest.GetAsync($"/api/v1/organisations?q={Uri.EscapeDataString(name)}")).JsonAsync();
        var id = found!.Value.GetProperty("items")[0].GetProperty("id").GetString()!;
        await visit.OpenAsync("/work/audit");
        await page.GetByLabel("对象编号").FillAsync(id);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**subjectId={id}*");
        var rows = page.Locator("tbody tr.ant-table-row");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("单位 · 新建");
        await page.Locator(".ant-table-row-expand-icon").ClickAsync();
        await Expect(page.GetByText("organisation.created")).ToBeVisibleAsync();
        await visit.PictureAsync("organiser-audit");
    }

    /// <summary>The form for a new one, filled in as far as it must be.</summary>
    public static async Task StartCeremonyAsync(Visit visit, string name)
    {
        await visit.OpenAsync("/work/ceremonies");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = visit.Say("新增签约活动", "Add a ceremony") }).First.ClickAsync();
        await visit.Page.GetByLabel(visit.Say("名称", "Name"), new() { Exact = true }).FillAsync(name);
        await visit.Page.GetByLabel(visit.Say("地点", "Place")).FillAsync("北京");
    }

    [TestCase("zh", 1440)]
    [TestCase("en", 390)]
    public async Task Ceremony_WithSignings_CountsThemAndPrintsItsList(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, width), "organiser");
        var page = visit.Page;
        var (name, project) = ($"签约仪式 {Guid.NewGuid():N}", $"产业园项目 {Guid.NewGuid():N}");
        await StartCeremonyAsync(visit, name);
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("保存", "Save"), Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/work/ceremonies/*-*");
        await visit.SettleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("登记签约项目", "Record signings") }).ClickAsync();
        await page.GetByText(visit.Say("投资项目", "Investment"), new() { Exact = true }).Last.ClickAsync();
        await page.GetByLabel(visit.Say("项目名称", "Title")).FillAsync(project);
        await page.GetByLabel(visit.Say("金额", "Amount"), new() { Exact = true }).FillAsync("500");
        await ChooseAsync(page, visit.Say("落地地区", "Region of the project"), visit.Say("天津市", "Tianjin"));
        await page.GetByLabel(visit.Say("投资方（可填多个）", "Investors")).FillAsync("未来基金");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel(visit.Say("被投资方", "Recipient")).FillAsync("项目公司");
        await visit.PictureAsync("organiser-signings");
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("全部登记", "Record all") }).ClickAsync();
        await Expect(page.GetByText(project)).ToBeVisibleAsync();
        await Expect(page.Locator(".organiser-head dd").Last).ToContainTextAsync("1");
        await visit.PictureAsync("organiser-ceremony");

        var list = await page.GetByRole(AriaRole.Link, new() { Name = visit.Say("打印签约清单", "Print the signing list") }).GetAttributeAsync("href");
        await page.GotoAsync(list!);
        await Expect(page.GetByText(project)).ToBeVisibleAsync();
        await Expect(page.GetByText(name).First).ToBeVisibleAsync();
        await visit.PictureAsync("organiser-signing-list");
    }

    [Test]
    public async Task Person_Added_GetsALinkOnceAndCanBeSuspendedAndDeleted()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "admin");
        var page = visit.Page;
        var mark = Guid.NewGuid().ToString("N")[..10];
        await visit.OpenAsync("/work/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "新增人员" }).ClickAsync();
        await page.GetByLabel("姓名", new() { Exact = true }).FillAsync($"测试员 {mark}");
        await page.GetByLabel("邮箱", new() { Exact = true }).FillAsync($"{mark}@browser.example");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "需求方" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "新增人员" }).Last.ClickAsync();
        await Expect(page.GetByTestId("password-link")).ToContainTextAsync("http");
        await visit.PictureAsync("organiser-password-link");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("password-link")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Searchbox).FillAsync(mark);
        var row = page.Locator("tbody tr.ant-table-row");
        await Expect(row).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = $"对测试员 {mark}的操作" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "停用账号" }).ClickAsync();
        await Expect(row).ToContainTextAsync("已停用");
        await page.GetByRole(AriaRole.Button, new() { Name = $"对测试员 {mark}的操作" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "删除账号" }).ClickAsync();
        await page.GetByLabel("重复的账号").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "删除账号" }).ClickAsync();
        await Expect(page.GetByText("的账号已删除")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Shift_Entered_StandsInTheRosterAndCanBeTakenBackAndRestored()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "organiser");
        var page = visit.Page;
        await visit.OpenAsync("/work/managers");
        await page.Locator("tbody tr.ant-table-row a").Last.ClickAsync();
        await page.WaitForURLAsync("**/work/managers/*-*");
        await visit.SettleAsync();
        var desk = $"席位 {Guid.NewGuid().ToString("N")[..8]}";
        await page.GetByRole(AriaRole.Button, new() { Name = "安排值班" }).ClickAsync();
        await page.GetByLabel("值班台").FillAsync(desk);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        var entry = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = desk });
        await Expect(entry).ToBeVisibleAsync();
        await visit.PictureAsync("organiser-manager");

        await entry.GetByRole(AriaRole.Button, new() { Name = "取消安排" }).ClickAsync();
        await Expect(entry).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Expect(entry).ToBeVisibleAsync();
    }

    [Test]
    public async Task Duplicate_Merged_CanBeTakenBackAtOnce()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "organiser");
        var page = visit.Page;
        var title = $"重复登记的成果 {Guid.NewGuid():N}";
        var organisationId = (await visit.GetAsync("organisations?limit=1")).Items().Single().Text("id");
        for (var i = 0; i < 2; i++)
        {
            await visit.PostAsync("listings", new { title, description = "一种用于冷链运输的相变储能材料，已完成中试。", organisationId, regionCode = "110000", trl = 6, publish = true });
        }

        await visit.OpenAsync("/work/duplicates");
        var pair = page.Locator(".organiser-duplicate").Filter(new() { HasText = title });
        await Expect(pair.GetByText(title)).ToHaveCountAsync(2);
        await visit.PictureAsync("organiser-duplicate");

        await pair.GetByRole(AriaRole.Button, new() { Name = "合并…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保留较早的" }).ClickAsync();
        await Expect(pair).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销", Exact = true }).ClickAsync();
        await Expect(pair).ToHaveCountAsync(1);

        await pair.GetByRole(AriaRole.Button, new() { Name = "不是重复" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "不是重复" }).ClickAsync();
        await Expect(pair).ToHaveCountAsync(0);
    }

    /// <summary>Chooses from a list that opens below a field.</summary>
    private static async Task ChooseAsync(IPage page, string label, string title)
    {
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(title);
        await page.GetByTitle(title, new() { Exact = true }).First.ClickAsync();
    }
}
