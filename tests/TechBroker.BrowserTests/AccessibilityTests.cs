using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>Each page by axe, light and dark, on a desk and on a phone.</summary>
internal sealed class AccessibilityTests
{
    private static readonly string[] Pages = ["/", "/listings?q=电池", "/needs", "/showcase", "/sign-in", "/forgot-password", "/nothing"];

    [Test]
    public async Task Pages_OfVisitors_HaveNoSeriousFinding([Values] bool dark, [Values("zh", "en")] string language, [Values(360, 1440)] int width)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, width, dark));
        foreach (var path in Pages)
        {
            await visit.OpenAsync(path);
            await visit.IsAccessibleAsync();
            if (dark && width == 1440)
            {
                await visit.PictureAsync(path == "/" ? "home" : path.TrimStart('/').Split('?')[0]);
            }
        }

        foreach (var list in new[] { "/listings", "/needs" })
        {
            await visit.OpenAsync(list);
            await visit.Page.Locator("article h3 a").First.ClickAsync();
            await visit.Page.WaitForURLAsync($"**{list}/*");
            await visit.SettleAsync();
            await visit.IsAccessibleAsync();
        }
    }
}
