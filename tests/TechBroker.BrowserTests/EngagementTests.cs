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
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(visit.Say("^更多", "^More")) }).Last.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = visit.Say("安排会面", "Plan a meeting") }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await visit.IsAccessibleAsync();
        await visit.PictureAsync("engagement-form");
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
