using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>First releases: put into the showcase by their owner, seen by visitors, printed for the stands.</summary>
internal sealed partial class ShowcaseTests
{
    [TestCase("zh", 1440)]
    [TestCase("en", 390)]
    public async Task FirstRelease_WithAPicture_IsInTheShowcaseUntilItIsTakenOut(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, width), "provider");
        var (page, pitch) = (visit.Page, $"Shown {Guid.NewGuid():N}");
        var listing = (await visit.PostAsync("listings", new { title = $"样机 {Guid.NewGuid():N}", trl = 7, publish = true })).Text("id");
        await visit.OpenAsync($"/work/listings/{listing}");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "a.png", MimeType = "image/png", Buffer = "no picture"u8.ToArray() });
        await Assertions.Expect(page.GetByText(visit.Say("打不开这个文件", "cannot be opened"))).ToBeVisibleAsync();

        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "样机.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        await Assertions.Expect(page.Locator($".release-drop img[src^='/api/v1/listings/{listing}/picture']")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("放进橙果铺子", "Put into the showcase") }).ClickAsync();
        await Assertions.Expect(page.Locator(".ant-form-item-explain-error").First).ToBeVisibleAsync();
        await page.GetByLabel(visit.Say("一句话介绍（英文）", "One line in English")).FillAsync(pitch);
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("放进橙果铺子", "Put into the showcase") }).ClickAsync();
        await Assertions.Expect(page.GetByText(visit.Say("展出中", "Shown since"))).ToBeVisibleAsync();
        await visit.PictureAsync("showcase-panel");

        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("结束展出", "Take out") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = visit.Say("重新展出", "Show again") })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("撤销", "Undo") }).ClickAsync();
        await Assertions.Expect(page.GetByText(visit.Say("展出中", "Shown since"))).ToBeVisibleAsync();

        await using var visitor = await Visit.BeginAsync(new Manner(language, width));
        await visitor.OpenAsync("/showcase");
        var card = visitor.Page.Locator(".exhibit", new() { HasText = pitch });
        await card.ScrollIntoViewIfNeededAsync();
        await visitor.Page.WaitForFunctionAsync("src => document.querySelector(`img[src^='${src}']`)?.naturalWidth > 0", $"/api/v1/listings/{listing}/picture");
        await card.Locator("h2 a").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".item-pitch")).ToContainTextAsync(pitch);
        await Assertions.Expect(visitor.Page.Locator("img.item-picture")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Showcase_Printed_IsOneCardAPage()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"));
        await visit.OpenAsync("/showcase");
        var cards = await visit.Page.Locator(".exhibit").CountAsync();
        foreach (var paper in new[] { "A4", "A5" })
        {
            // The print dialogue itself belongs to the browser.
            await visit.Page.EvaluateAsync("() => { window.print = () => { document.body.dataset.printed = '1' } }");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = paper }).ClickAsync();
            await visit.Page.Locator("body[data-printed]").WaitForAsync();
            var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
            Assert.That(PdfPage().Count(Encoding.Latin1.GetString(pdf)), Is.EqualTo(cards), paper);
            await visit.Page.EvaluateAsync("() => { delete document.body.dataset.printed }");
        }
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPage();
}
