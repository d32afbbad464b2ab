using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>Filling in listings and needs.</summary>
internal sealed class FormsTests
{
    [TestCase("zh", 1440)]
    [TestCase("en", 390)]
    public async Task Need_AskedForStepByStep_IsPublishedAsThePreviewShowedIt(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, width), "seeker");
        var page = visit.Page;
        var title = $"低温快充电解液 {Guid.NewGuid():N}";
        await visit.OpenAsync("/work/needs/new");
        await visit.PictureAsync("forms-need-problem");

        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("下一步", "Next") }).ClickAsync();
        await Assertions.Expect(page.GetByText(visit.Say("请填写标题", "Enter a title"))).ToBeVisibleAsync();
        await page.GetByLabel(visit.Say("用一句话说出来", "In one sentence")).FillAsync(title);
        await page.GetByLabel(visit.Say("详细说说", "Tell more about it")).FillAsync("冬天电池充不进电。");
        await page.GetByLabel(visit.Say("试过什么办法", "What have you tried")).FillAsync("加热膜太费电。");
        await NextAsync(visit);

        await page.GetByRole(AriaRole.Textbox, new() { Name = visit.Say("指标", "Quantity"), Exact = true }).FillAsync("能量密度");
        await page.GetByLabel(visit.Say("数值", "Value"), new() { Exact = true }).FillAsync("350");
        await page.GetByRole(AriaRole.Combobox, new() { Name = visit.Say("单位", "Unit"), Exact = true }).FillAsync("Wh/kg");
        await page.Keyboard.PressAsync("Escape");
        await visit.PictureAsync("forms-need-figures");
        await NextAsync(visit);
        await visit.PictureAsync("forms-need-terms");
        await NextAsync(visit);

        var preview = page.GetByRole(AriaRole.Region, new() { Name = visit.Say("别人会看到的样子", "What others will see") });
        await Assertions.Expect(preview).ToContainTextAsync("能量密度 ≥350 Wh/kg");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new(visit.Say("^保密", "^Private")) }).CheckAsync();
        await Assertions.Expect(preview).ToContainTextAsync(visit.Say("没有人会看到", "Nobody will see"));
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new(visit.Say("^匿名", "^Blind")) }).CheckAsync();
        var summary = page.GetByRole(AriaRole.Textbox, new() { Name = visit.Say("匿名摘要", "Blind summary") });
        await summary.FillAsync("求购方案，联系 13812345678");
        await Assertions.Expect(page.GetByText(visit.Say("可能暴露您的单位", "may give away who you are"))).ToBeVisibleAsync();
        await summary.FillAsync("某储能企业寻求低温快充方案。");
        await Assertions.Expect(preview).ToContainTextAsync("某储能企业寻求低温快充方案。");
        await Assertions.Expect(preview).Not.ToContainTextAsync("350");
        await visit.PictureAsync("forms-need-preview");
        var shown = await preview.GetByRole(AriaRole.Article).InnerTextAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("发布", "Publish"), Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText(visit.Say("需求已发布", "Published; results"))).ToBeVisibleAsync();
        await page.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        var id = new Uri(page.Url).Segments[^1];
        Assert.That((await visit.GetAsync($"needs/{id}")).GetProperty("description").GetString(), Does.Contain("冬天电池充不进电。").And.Contain("\n能量密度 ≥350 Wh/kg"));

        await using var stranger = await Visit.BeginAsync(new Manner(language, width), "provider");
        var read = await stranger.GetAsync($"needs/{id}");
        Assert.That((read.GetProperty("title").GetString(), read.GetProperty("blindSummary").GetString()), Is.EqualTo(((string?)null, "某储能企业寻求低温快充方案。")));
        Assert.That(shown, Does.Contain(read.GetProperty("blindSummary").GetString()!).And.Not.Contain(title));
    }

    [Test]
    public async Task Listing_LeftUnfinished_IsOfferedAgainAndSavedAsADraft()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "provider");
        var page = visit.Page;
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        var title = $"兆瓦级电解槽 {Guid.NewGuid():N}";
        await visit.OpenAsync("/work/listings/new");
        await page.GetByLabel("标题").FillAsync(title);
        await Assertions.Expect(page.GetByText("已暂存在本机")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await page.GetByText("上次有未完成的内容").WaitForAsync();
        await visit.PictureAsync("forms-listing-offer");
        await page.GetByRole(AriaRole.Button, new() { Name = "继续填写" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("标题")).ToHaveValueAsync(title);

        await page.GetByRole(AriaRole.Link, new() { Name = "对接" }).First.ClickAsync();
        var question = page.GetByRole(AriaRole.Dialog, new() { Name = "有内容还没有保存" });
        await question.GetByRole(AriaRole.Button, new() { Name = "留在本页" }).ClickAsync();
        await Assertions.Expect(question).ToHaveCountAsync(0);
        await NextAsync(visit);
        await page.GetByRole(AriaRole.Button, new() { Name = "存为草稿" }).ClickAsync();
        await page.WaitForURLAsync("**/work/listings/*/edit");
        await Assertions.Expect(page.GetByText("草稿已保存")).ToBeVisibleAsync();
        var saved = await visit.GetAsync($"listings/{new Uri(page.Url).Segments[^2].TrimEnd('/')}");
        Assert.That((saved.GetProperty("state").GetString(), saved.GetProperty("title").GetString()), Is.EqualTo(("draft", title)));

        await visit.OpenAsync("/work/listings/new");
        await Assertions.Expect(page.GetByText("上次有未完成的内容")).ToHaveCountAsync(0);
    }

    [TestCase("zh", 1440)]
    [TestCase("en", 390)]
    public async Task Listing_RefusedByTheApi_ShowsTheErrorBesideItsFieldAndIsPublishedThen(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, width), "provider");
        var page = visit.Page;
        await visit.OpenAsync("/work/listings/new");
        await page.GetByLabel(visit.Say("标题", "Title")).FillAsync($"低温电解液 {Guid.NewGuid():N}");
        await visit.PictureAsync("forms-listing-what");
        await NextAsync(visit);
        var keywords = page.GetByRole(AriaRole.Combobox, new() { Name = visit.Say("关键词", "Keywords") });
        await keywords.FillAsync(new string('长', 61));
        await keywords.PressAsync("Enter");
        await page.GetByRole(AriaRole.Combobox, new() { Name = visit.Say("技术成熟度", "Maturity") }).ClickAsync();
        await page.Locator(".ant-select-item-option").Filter(new() { HasText = visit.Say("7 级 ·", "Level 7 ·") }).ClickAsync();
        await visit.PictureAsync("forms-listing-can");
        await NextAsync(visit);
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("添加知识产权", "Add a right") }).ClickAsync();
        await page.GetByLabel(visit.Say("号码", "Number")).FillAsync($"ZL2023{Random.Shared.Next(10_000_000, 99_999_999)}.6");
        await visit.PictureAsync("forms-listing-rights");
        await NextAsync(visit);
        await visit.PictureAsync("forms-listing-check");
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("发布", "Publish"), Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText(visit.Say("最多 60 个字符", "at most 60 characters"))).ToBeVisibleAsync();
        await Assertions.Expect(keywords).ToBeVisibleAsync();
        await visit.PictureAsync("forms-listing-error");
        await keywords.PressAsync("Backspace");
        await keywords.FillAsync("电解液");
        await keywords.PressAsync("Enter");
        await NextAsync(visit);
        await NextAsync(visit);
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("发布", "Publish"), Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        var saved = await visit.GetAsync($"listings/{new Uri(page.Url).Segments[^1]}");
        Assert.That((saved.GetProperty("state").GetString(), saved.GetProperty("trl").GetInt32(), saved.GetProperty("ip").GetArrayLength()), Is.EqualTo(("published", 7, 1)));
    }

    [Test]
    public async Task Listing_ChangedBySomebodyElseMeanwhile_AsksWhoseTextStays()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "provider");
        var page = visit.Page;
        var title = $"同时修改 {Guid.NewGuid():N}";
        var id = (await visit.PostAsync("listings", new { title, summary = "原来的摘要" })).Text("id");
        await visit.OpenAsync($"/work/listings/{id}/edit");
        await page.GetByLabel("摘要").FillAsync("我的摘要");
        await visit.PutAsync($"listings/{id}", new { title, summary = "对方的摘要", description = "对方的介绍" }, revision: 1);

        await page.GetByRole(AriaRole.Button, new() { Name = "存为草稿" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("对方的摘要");
        await visit.PictureAsync("forms-conflict");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "按所选内容保存" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已保存", new() { Exact = true })).ToBeVisibleAsync();
        var saved = await visit.GetAsync($"listings/{id}");
        Assert.That((saved.GetProperty("summary").GetString(), saved.GetProperty("description").GetString()), Is.EqualTo(("我的摘要", "对方的介绍")));
    }

    [Test]
    public async Task Forms_OnADeskAndOnAPhone_AreAccessible()
    {
        foreach (var manner in new[] { new Manner("zh"), new Manner("en", 390, Dark: true) })
        {
            await using var visit = await Visit.BeginAsync(manner, "admin");
            await visit.OpenAsync("/work/listings/new");
            await visit.Page.GetByLabel(visit.Say("标题", "Title")).FillAsync("标题");
            await EveryStepAsync(visit, 4, "forms-listing");

            await using var other = await Visit.BeginAsync(manner, "admin");
            await other.OpenAsync("/work/needs/new");
            await other.Page.GetByLabel(other.Say("用一句话说出来", "In one sentence")).FillAsync("标题");
            await EveryStepAsync(other, 4, "forms-need");
        }
    }

    private static async Task EveryStepAsync(Visit visit, int steps, string name)
    {
        for (var step = 1; step <= steps; step++)
        {
            await visit.SettleAsync();
            await visit.IsAccessibleAsync();
            await visit.PictureAsync($"{name}-{step}");
            if (step < steps)
            {
                await NextAsync(visit);
            }
        }
    }

    private static Task NextAsync(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new() { Name = visit.Say("下一步", "Next"), Exact = true }).ClickAsync();
}
