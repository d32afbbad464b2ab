using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>A manager leads two sides to each other, and they see it.</summary>
internal sealed class EngagementTests
{
    [Test]
    public async Task Board_ByKeyboard_TakesAnEngagementToItsMeeting_AndBothSidesSeeIt()
    {
        using var pair = await Pair.LogAsync();
        await using var manager = await Visit.BeginAsync(new Manner("zh"), "manager");
        await manager.OpenAsync("/work/engagements");
        await Assertions.Expect(ColumnOf(manager, "待双方表态")).ToContainTextAsync(pair.Mark);

        await MoveAsync(manager, pair, "一方有意", "登记意向");
        await MoveAsync(manager, pair, "双方有意", "登记意向");
        await MoveAsync(manager, pair, "已引荐", "引荐双方");
        await MoveAsync(manager, pair, "已会面", "登记会面");
        await manager.PictureAsync("engagements-board");

        await using var provider = await Visit.BeginAsync(new Manner("zh"), "provider");
        await provider.OpenAsync($"/work/engagements/{pair.Engagement}");
        await Assertions.Expect(provider.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(pair.NeedTitle);
        await Assertions.Expect(provider.Page.Locator("[aria-current=step]")).ToContainTextAsync("已会面");
        await Assertions.Expect(provider.Page.GetByText("举行了会面")).ToBeVisibleAsync();
        await provider.PictureAsync("engagements-provider");

        await using var seeker = await Visit.BeginAsync(new Manner("en", 390), "seeker");
        await seeker.OpenAsync("/work/engagements?state=met");
        await seeker.Page.GetByRole(AriaRole.Link, new() { NameRegex = new(pair.Mark) }).First.ClickAsync();
        await seeker.SettleAsync();
        await Assertions.Expect(seeker.Page.GetByText("The sides were introduced to each other")).ToBeVisibleAsync();
        await seeker.PictureAsync("engagements-seeker");
    }

    [Test]
    public async Task Card_DraggedToItsNextState_AsksForWhatTheStepNeeds_AndShowsWhereItCannotGo()
    {
        using var pair = await Pair.LogAsync();
        await pair.StepAsync("interest", new { side = "listing" });
        await pair.StepAsync("interest", new { side = "need" });
        await pair.StepAsync("introduce");
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "manager");
        var page = visit.Page;
        await visit.OpenAsync("/work/engagements");
        var card = CardOf(visit, pair);
        await card.HoverAsync();
        var box = await card.BoundingBoxAsync();
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box!.X + 60, box.Y + 40, new() { Steps = 4 });
        await Assertions.Expect(ColumnOf(visit, "已签约").GetByText("不能移到这里")).ToBeVisibleAsync();
        await ColumnOf(visit, "谈判中").HoverAsync();
        await ColumnOf(visit, "谈判中").GetByRole(AriaRole.Heading, new() { Level = 2 }).HoverAsync();
        await page.Mouse.UpAsync();

        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "进入谈判" });
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "挂牌交易" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "进入谈判" }).ClickAsync();
        await Assertions.Expect(ColumnOf(visit, "谈判中")).ToContainTextAsync(pair.Mark);
    }

    [Test]
    public async Task Side_Declining_GivesAReason_AndTheManagerReopens()
    {
        using var pair = await Pair.LogAsync();
        await pair.StepAsync("interest", new { side = "listing" });
        await using var seeker = await Visit.BeginAsync(new Manner("en", 390), "seeker");
        var page = seeker.Page;
        await seeker.OpenAsync($"/work/engagements/{pair.Engagement}");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "We are interested" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Decline" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();
        await Assertions.Expect(dialog.GetByText("Fill this in")).ToBeVisibleAsync();
        await dialog.GetByLabel("Reason").FillAsync("Price");
        await page.GetByTitle("Price").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The seeker declined: Price")).ToBeVisibleAsync();

        await using var manager = await Visit.BeginAsync(new Manner("zh"), "manager");
        await manager.OpenAsync($"/work/engagements/{pair.Engagement}");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "重新开启" }).ClickAsync();
        var reopening = manager.Page.GetByRole(AriaRole.Dialog, new() { Name = "重新开启" });
        await reopening.GetByLabel("重新开启的理由").FillAsync("预算已调整");
        await reopening.GetByRole(AriaRole.Button, new() { Name = "重新开启" }).ClickAsync();
        await Assertions.Expect(manager.Page.Locator("[aria-current=step]")).ToContainTextAsync("一方有意");
    }

    [TestCase("zh", 1440, false)]
    [TestCase("en", 390, true)]
    public async Task Dialog_OfAStep_HasNoSeriousFinding(string language, int width, bool dark)
    {
        using var pair = await Pair.LogAsync();
        await pair.NegotiateAsync();
        await using var visit = await Visit.BeginAsync(new Manner(language, width, dark), "manager");
        await visit.OpenAsync($"/work/engagements/{pair.Engagement}");
        await visit.ChooseStepAsync(visit.Say("安排会面", "Plan a meeting"));
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await visit.IsAccessibleAsync();
        await visit.PictureAsync("engagement-form");
    }

    [Test]
    public async Task Price_OfAPublicUniversity_IsAnnounced_AndAnObjectionStartsTheClockAnew()
    {
        using var pair = await Pair.LogAsync();
        await pair.NegotiateAsync("negotiated");
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "manager");
        var (page, dialog) = (visit.Page, visit.Page.GetByRole(AriaRole.Dialog));
        await visit.OpenAsync($"/work/engagements/{pair.Engagement}");
        await page.GetByRole(AriaRole.Button, new() { Name = "公示价格" }).ClickAsync();
        await dialog.GetByLabel("公示价格", new() { Exact = true }).FillAsync("80.1234");
        await dialog.GetByLabel("天数").FillAsync("5");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "公示价格" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("公示期不得少于 15 天");
        await dialog.GetByLabel("天数").FillAsync("20");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "公示价格" }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-current=step]")).ToContainTextAsync("公示中");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "录入合同" })).ToHaveCountAsync(0);
        await visit.SettleAsync();
        await visit.PictureAsync("engagement-publicity");

        // Whoever is not signed in reads what the law asks for, and nothing of the other side.
        await using var visitor = await Visit.BeginAsync(new Manner("en", 390));
        await visitor.OpenAsync("/");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Prices on public notice" }).ClickAsync();
        var notice = visitor.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = pair.ListingTitle });
        await Assertions.Expect(notice).ToContainTextAsync("CNY 801,234.00");
        await Assertions.Expect(notice).ToContainTextAsync(pair.Engagement);
        Assert.That(await visitor.Page.ContentAsync(), Does.Not.Contain(pair.NeedTitle));

        await visit.ChooseStepAsync("登记异议");
        await dialog.GetByLabel("异议内容").FillAsync("第三发明人未署名");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "登记异议" }).ClickAsync();
        await Assertions.Expect(page.GetByText(new Regex("收到异议，公示重新计时"))).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("第三发明人未署名")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Meeting_IsPlannedMovedAndCancelled_AndTheSideReadsWhy()
    {
        using var pair = await Pair.LogAsync();
        await pair.NegotiateAsync();
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "manager");
        var (page, dialog) = (visit.Page, visit.Page.GetByRole(AriaRole.Dialog));
        var day = DateTime.Now.AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await visit.OpenAsync($"/work/engagements/{pair.Engagement}");
        await visit.ChooseStepAsync("安排会面");
        await dialog.GetByLabel("开始时间").FillAsync($"{day} 10:00");
        await page.Keyboard.PressAsync("Enter");
        await dialog.GetByLabel("地点").FillAsync("三层洽谈室");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "安排会面" }).ClickAsync();
        var meeting = page.Locator(".engagements-meetings li");
        await Assertions.Expect(meeting).ToContainTextAsync("10:00");

        await meeting.GetByRole(AriaRole.Button, new() { Name = "改期" }).ClickAsync();
        await dialog.GetByLabel("地点").FillAsync("学校实验室");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^保\\s?存$") }).ClickAsync();
        await Assertions.Expect(meeting).ToContainTextAsync("学校实验室");
        var invitation = await page.RunAndWaitForDownloadAsync(() => meeting.GetByRole(AriaRole.Link, new() { Name = "加入日历" }).ClickAsync());
        Assert.That(await File.ReadAllTextAsync(await invitation.PathAsync()), Does.Contain("BEGIN:VEVENT").And.Contain("学校实验室"));

        await meeting.GetByRole(AriaRole.Button, new() { Name = "取消会面" }).ClickAsync();
        await dialog.GetByLabel("原因").FillAsync("老师临时出差");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "取消会面" }).ClickAsync();
        await Assertions.Expect(meeting).ToContainTextAsync("已取消");

        await using var seeker = await Visit.BeginAsync(new Manner("en", 390), "seeker");
        await seeker.OpenAsync($"/work/engagements/{pair.Engagement}");
        await Assertions.Expect(seeker.Page.GetByText("老师临时出差").First).ToBeVisibleAsync();
    }

    [Test]
    public async Task Credit_IsShared_AndTheEngagementHandedOver()
    {
        using var pair = await Pair.LogAsync();
        await pair.NegotiateAsync();
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "manager");
        var (page, dialog) = (visit.Page, visit.Page.GetByRole(AriaRole.Dialog));
        await visit.OpenAsync($"/work/engagements/{pair.Engagement}");
        await visit.ChooseStepAsync("分配业绩");
        await dialog.GetByLabel("份额").FillAsync("60");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("还差 40%");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "添加经理人" }).ClickAsync();
        await ChooseManagerAsync(page, dialog.GetByLabel("技术经理人").Last, "郑");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("合计 100%");
        await visit.PictureAsync("engagement-credit");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存分配" }).ClickAsync();
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("技术经理人 郑 40 %");

        await visit.ChooseStepAsync("移交给其他经理人");
        await ChooseManagerAsync(page, dialog.GetByLabel("接手的经理人"), "郑");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "移交给其他经理人" }).ClickAsync();
        await Assertions.Expect(page.GetByText(new Regex("^移交给技术经理人 郑"))).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "录入合同" })).ToHaveCountAsync(0);

        await using var other = await Visit.BeginAsync(new Manner("zh", 390), "manager2");
        await other.OpenAsync($"/work/engagements/{pair.Engagement}");
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "录入合同" })).ToBeVisibleAsync();
        await other.PictureAsync("engagement-handed-over");
    }

    private static async Task ChooseManagerAsync(IPage page, ILocator field, string name)
    {
        await field.FillAsync(name);
        await page.Locator(".ant-select-item-option").Filter(new() { HasText = name }).First.ClickAsync();
    }

    /// <summary>By the menu of the card, without a mouse.</summary>
    private static async Task MoveAsync(Visit visit, Pair pair, string state, string button)
    {
        var page = visit.Page;
        await CardOf(visit, pair).GetByRole(AriaRole.Button, new() { NameRegex = new("^移动") }).PressAsync("Enter");
        var item = page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new($"^{state}") });
        await Assertions.Expect(item).ToBeVisibleAsync();
        await item.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = button }).PressAsync("Enter");
        await Assertions.Expect(ColumnOf(visit, state)).ToContainTextAsync(pair.Mark);
        await Assertions.Expect(page.Locator("[aria-live=polite]", new() { HasText = $"已移到“{state}”" })).ToBeAttachedAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(CardOf(visit, pair).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    }

    private static ILocator ColumnOf(Visit visit, string state) => visit.Page.GetByRole(AriaRole.Region, new() { NameRegex = new($"^{Regex.Escape(state)}") });

    private static ILocator CardOf(Visit visit, Pair pair) => visit.Page.Locator($"[data-engagement='{pair.Engagement}']");
}
