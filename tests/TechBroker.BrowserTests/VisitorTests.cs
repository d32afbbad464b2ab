using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>Somebody comes by without an account.</summary>
internal sealed class VisitorTests
{
    [TestCase("zh", 1440)]
    [TestCase("zh", 390)]
    [TestCase("en", 1440)]
    [TestCase("en", 390)]
    public async Task Visitor_FromHomeToListingAndNeed_FindsTheWay(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, width));
        var page = visit.Page;
        await visit.OpenAsync("/");
        await visit.PictureAsync("home");
        // The demo's 62, and what other tests have posted since.
        await Assertions.Expect(page.Locator(".counts b").First).ToHaveTextAsync(new Regex(@"^(6[2-9]|[7-9]\d|\d{3,})$"));

        await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Searchbox).FillAsync("电池");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/listings?q=*");
        await visit.SettleAsync();
        await Assertions.Expect(page.Locator("article mark").First).ToContainTextAsync("电池");
        await visit.PictureAsync("search-listings");

        await page.Locator("article h3 a").First.ClickAsync();
        await page.WaitForURLAsync("**/listings/*-*");
        await visit.SettleAsync();
        await Assertions.Expect(page.GetByText(visit.Say("技术成熟度", "Maturity")).First).ToBeVisibleAsync();
        await visit.PictureAsync("listing");

        await visit.OpenAsync("/needs");
        await visit.PictureAsync("search-needs");
        await page.Locator("article h3 a").First.ClickAsync();
        await page.WaitForURLAsync("**/needs/*-*");
        await visit.SettleAsync();
        await visit.PictureAsync("need");
        await visit.OpenAsync("/showcase");
        await Assertions.Expect(page.Locator(".exhibit h2 a").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".exhibit-code svg").First).ToBeVisibleAsync(new() { Visible = width > 600 });
        await visit.PictureAsync("showcase");
    }

    [Test]
    public async Task Filter_Chosen_StandsInTheAddressAndComesBack()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"));
        var page = visit.Page;
        await visit.OpenAsync("/listings");
        await page.GetByLabel("合作方式").ClickAsync();
        await page.GetByTitle("技术许可").ClickAsync();
        await page.WaitForURLAsync("**/listings?mode=licence");
        await page.GetByLabel("地区").FillAsync("北京市");
        await page.GetByTitle("北京市").First.ClickAsync();
        await page.WaitForURLAsync("**region=110000*");
        await Assertions.Expect(page.Locator("article:not(:has-text('北京市'))")).ToHaveCountAsync(0);
        await visit.SettleAsync();
        var titles = await page.Locator("article h3").AllInnerTextsAsync();
        Assert.That(titles, Is.Not.Empty);

        await page.ReloadAsync();
        await visit.SettleAsync();
        Assert.That(await page.Locator("article h3").AllInnerTextsAsync(), Is.EqualTo(titles));
        await page.GetByRole(AriaRole.Button, new() { Name = "清除筛选" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/listings$"));
    }

    [Test]
    public async Task LanguageAndColours_Switched_AreRemembered()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"));
        var page = visit.Page;
        await visit.OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Where good technology finds its use");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch to dark" }).ClickAsync();
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Switch to light" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Test]
    public async Task Phone_Menu_LeadsToPagesAndCloses()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh", 360));
        var page = visit.Page;
        await visit.OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "打开菜单" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new() { Name = "找需求" }).ClickAsync();

        await page.WaitForURLAsync("**/needs");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Test]
    public async Task Phone_LongWordInATitle_IsBroken()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh", 360), "provider");
        var listing = (await visit.PostAsync("listings", new { title = $"接口规范 {new string('x', 60)}", description = $"https://example.org/{new string('y', 90)}", publish = true })).Text("id");
        foreach (var path in new[] { "/", $"/listings/{listing}", "/work/listings", $"/work/listings/{listing}" })
        {
            await visit.OpenAsync(path);
            await visit.IsAccessibleAsync();
        }
    }

    [TestCase("/nothing", 404)]
    [TestCase("/listings/00000000-0000-4000-8000-000000000000", 200)]
    public async Task Address_ThatLeadsNowhere_SaysSo(string path, int status)
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"));
        var response = await visit.Page.GotoAsync(path);

        Assert.That(response!.Status, Is.EqualTo(status));
        await Assertions.Expect(visit.Page.GetByText(path == "/nothing" ? "没有这个页面" : "没有找到这一项")).ToBeVisibleAsync();
    }
}
