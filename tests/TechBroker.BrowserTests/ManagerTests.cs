using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>A manager's day, and matches logged on the trade floor.</summary>
internal sealed class ManagerTests
{
    private static readonly Manner Phone = new("zh", 390);

    [Test]
    public async Task Log_WithoutANetwork_IsKeptAndSentOnceWhenItIsBack()
    {
        await using var visit = await Visit.BeginAsync(Phone, "manager");
        var page = visit.Page;
        var listing = await AnyListingAsync(visit);
        var need = Unique("温控精度达不到要求");
        await visit.OpenAsync("/work/log");
        await visit.PictureAsync("manager-log");

        await page.Context.SetOfflineAsync(true);
        await Assertions.Expect(page.GetByText("现在没有网络")).ToBeVisibleAsync();
        await LogAsync(page, listing.Text("title"), $"{need}。希望半年内见到样机。");
        await Assertions.Expect(page.GetByText("1 条待发送，等待网络")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".manager-outbox li")).ToHaveAttributeAsync("data-state", "waiting");
        await visit.PictureAsync("manager-log-offline");

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.GetByText("全部已提交")).ToBeVisibleAsync();
        await visit.PictureAsync("manager-log-sent");
        var engagement = await OnlyEngagementOfAsync(visit, need);
        Assert.That((engagement.Text("listingId"), engagement.Text("state"), engagement.Text("note")), Is.EqualTo((listing.Text("id"), "proposed", "现场登记")));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "查看对接" })).ToHaveAttributeAsync("href", $"/work/engagements/{engagement.Text("id")}");
    }

    [Test]
    public async Task Log_WhoseAnswerWasLost_OutlivesAReloadAndIsDoneOnce()
    {
        await using var visit = await Visit.BeginAsync(Phone, "manager2");
        var page = visit.Page;
        var listing = await AnyListingAsync(visit);
        var need = Unique("焊缝检测漏检太多");
        await visit.OpenAsync("/work/log");

        // The server does it, and the phone never learns.
        await page.RouteAsync("**/api/v1/needs", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await LogAsync(page, listing.Text("title"), need);
        await Assertions.Expect(page.GetByText("1 条待发送")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".manager-outbox li")).ToContainTextAsync(need);
        await page.UnrouteAllAsync();

        // It is tried again by itself, twice a minute at least.
        await Assertions.Expect(page.Locator(".manager-outbox li")).ToHaveAttributeAsync("data-state", "done");
        await OnlyEngagementOfAsync(visit, need);
        Assert.That((await visit.GetAsync("needs?limit=200")).Items().Count(n => n.TryGetProperty("title", out var title) && title.GetString() == need), Is.EqualTo(1));
    }

    [Test]
    public async Task Log_Refused_SaysWhyAndCanBeChanged()
    {
        await using var visit = await Visit.BeginAsync(Phone, "manager");
        var page = visit.Page;
        var listing = await AnyListingAsync(visit);
        await visit.OpenAsync("/work/log");

        // Without a network an id is all there is of a listing; this one was never given here.
        var need = Unique("粉尘浓度在线监测");
        await page.Context.SetOfflineAsync(true);
        await LogAsync(page, $"{TheBrowser.Server.Address}listings/{Guid.NewGuid()}", need, "使用粘贴的链接");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator(".manager-reason")).ToBeVisibleAsync();
        await visit.IsAccessibleAsync();
        await visit.PictureAsync("manager-log-refused");
        await page.GetByRole(AriaRole.Button, new() { Name = "修改" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("需求", new() { Exact = true })).ToBeDisabledAsync();
        await ChooseAsync(page, listing.Text("title"));
        await page.GetByRole(AriaRole.Button, new() { Name = "修改后重新提交" }).ClickAsync();

        await Assertions.Expect(page.Locator(".manager-outbox li")).ToHaveAttributeAsync("data-state", "done");
        await OnlyEngagementOfAsync(visit, need);
    }

    [Test]
    public async Task Scan_OfAPrintedCode_FindsTheListing()
    {
        await using var visit = await Visit.BeginAsync(Phone, "manager");
        var page = visit.Page;
        var listing = await AnyListingAsync(visit);
        await visit.OpenAsync($"/listings/{listing.Text("id")}");
        var code = await page.Locator(".item-code svg").First.EvaluateAsync<string>("svg => svg.outerHTML");
        await page.AddInitScriptAsync($"window.printedCode = {JsonSerializer.Serialize(code)}");
        await visit.OpenAsync("/work/log");
        await page.EvaluateAsync(CameraBeforeTheCode);

        await page.GetByRole(AriaRole.Button, new() { Name = "扫码" }).ClickAsync();

        await Assertions.Expect(page.Locator(".manager-pick")).ToContainTextAsync(listing.Text("title"));
        await Assertions.Expect(page.Locator("video")).ToHaveCountAsync(0);
    }

    [TestCase("zh", 1440)]
    [TestCase("en", 390)]
    public async Task Day_WhenAMeetingIsArranged_ShowsItWithoutAReload(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, width), "manager");
        var page = visit.Page;
        var stream = page.WaitForResponseAsync("**/api/v1/stream");
        await visit.OpenAsync("/work/day");
        await stream;
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = visit.Say("我的工作量", "My load") })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = visit.Say("现场登记", "Log a match") }).Locator("visible=true").First).ToBeVisibleAsync();

        // From another of the manager's screens.
        await using var elsewhere = await Visit.BeginAsync(new Manner("zh"), "manager");
        var need = Unique("夜班巡检机器人");
        var engagement = await IntroducedAsync(elsewhere, need);
        var place = Unique("三号洽谈室");
        await elsewhere.PostAsync($"engagements/{engagement}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddMinutes(30), place });

        await Assertions.Expect(page.Locator("section[aria-labelledby=meetings]").GetByText(place)).ToBeVisibleAsync();
        await visit.PictureAsync("manager-day");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(need) }).First.ClickAsync();
        await page.WaitForURLAsync($"**/work/engagements/{engagement}");
    }

    [Test]
    public async Task Need_Posted_IsToldToTheListingsOwnerAtOnce()
    {
        await using var provider = await Visit.BeginAsync(new Manner("zh"), "provider");
        var stream = provider.Page.WaitForResponseAsync("**/api/v1/stream");
        await provider.OpenAsync("/work/listings");
        await stream;
        await using var seeker = await Visit.BeginAsync(new Manner("zh"), "seeker");
        var mine = (await provider.GetAsync("me")).GetProperty("organisation").Text("id");
        var listing = (await provider.GetAsync($"listings?state=published&organisationId={mine}&limit=1")).Items().First();

        await seeker.PostAsync("needs", new
        {
            title = listing.Text("title"),
            description = listing.GetProperty("description").GetString() ?? listing.Text("title"),
            keywords = listing.GetProperty("keywords"),
            fields = listing.GetProperty("fields"),
            publish = true,
        });

        await Assertions.Expect(provider.Page.GetByText("有新的匹配")).ToBeVisibleAsync();
        await provider.PictureAsync("live-match");
    }

    // A camera that is held before the code; drawing makes its pictures.
    private const string CameraBeforeTheCode =
        """
        async () => {
          const image = new Image();
          image.src = 'data:image/svg+xml;utf8,' + encodeURIComponent(window.printedCode.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"').replace(/ style="[^"]*"/g, ''));
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = 640;
          canvas.height = 480;
          const context = canvas.getContext('2d');
          setInterval(() => {
            context.fillStyle = '#fff';
            context.fillRect(0, 0, 640, 480);
            context.drawImage(image, 200, 120, 240, 240);
          }, 100);
          navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
        }
        """;

    private static string Unique(string text) => $"{text} {Guid.NewGuid().ToString("N")[..8]}";

    private static async Task<JsonElement> AnyListingAsync(Visit visit) =>
        (await visit.GetAsync("listings?state=published&limit=50")).Items().First(l => l.Text("title").Length > 8);

    private static async Task LogAsync(IPage page, string listing, string need, string? option = null)
    {
        await ChooseAsync(page, listing, option);
        await page.GetByLabel("需求", new() { Exact = true }).FillAsync(need);
        await page.GetByRole(AriaRole.Button, new() { Name = "完成登记" }).ClickAsync();
    }

    private static async Task ChooseAsync(IPage page, string listing, string? option = null)
    {
        await page.GetByLabel("成果", new() { Exact = true }).FillAsync(listing);
        await page.Locator(".ant-select-item-option", new() { HasText = option ?? listing }).First.ClickAsync();
    }

    private static async Task<JsonElement> OnlyEngagementOfAsync(Visit visit, string need) =>
        (await visit.GetAsync("engagements?limit=200")).Items().Single(e => e.TryGetProperty("need", out var of) && of.TryGetProperty("title", out var title) && title.GetString() == need);

    /// <summary>Logged by the manager, wanted by both sides and introduced.</summary>
    private static async Task<string> IntroducedAsync(Visit visit, string title)
    {
        var listing = await AnyListingAsync(visit);
        var need = await visit.PostAsync("needs", new { title, visibility = "private", publish = true });
        var id = (await visit.PostAsync("engagements", new { listingId = listing.Text("id"), needId = need.Text("id") })).Text("id");
        await visit.PostAsync($"engagements/{id}/interest", new { side = "need" });
        await visit.PostAsync($"engagements/{id}/interest", new { side = "listing" });
        await visit.PostAsync($"engagements/{id}/introduce");
        return id;
    }
}
