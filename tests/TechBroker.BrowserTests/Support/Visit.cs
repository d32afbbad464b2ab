using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TechBroker.BrowserTests.Support;

/// <summary>How somebody comes: with which language, screen and colours.</summary>
/// <param name="Language">zh or en.</param>
/// <param name="Width">In CSS pixels: 390 is a phone, 1440 a desk.</param>
/// <param name="Dark">Whether they prefer dark pages.</param>
public sealed record Manner(string Language, int Width = 1440, bool Dark = false)
{
    public override string ToString() => $"{Language}-{Width}{(Dark ? "-dark" : "")}";
}

/// <summary>A browser that nobody has used yet, and what it noticed: calls to other hosts and breaches of the content policy fail the test.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> faults = [];

    private Visit(IBrowserContext context, IPage page, Manner manner) => (this.context, Page, Manner) = (context, page, manner);

    public IPage Page { get; }

    public Manner Manner { get; }

    public bool IsChinese => Manner.Language == "zh";

    public static async Task<Visit> BeginAsync(Manner manner)
    {
        var context = await TheBrowser.Browser.NewContextAsync(new()
        {
            BaseURL = TheBrowser.Server.Address.ToString(),
            Locale = manner.Language == "zh" ? "zh-CN" : "en-GB",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = manner.Width, Height = manner.Width < 600 ? 844 : 900 },
            ColorScheme = manner.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(TheBrowser.Patience);
        var visit = new Visit(context, await context.NewPageAsync(), manner);
        visit.Page.Request += (_, request) => visit.CheckHost(request.Url);
        visit.Page.Console += (_, message) => visit.CheckConsole(message.Text);
        visit.Page.PageError += (_, error) => visit.faults.Add($"script: {error}");
        return visit;
    }

    /// <summary>The Chinese or the English text.</summary>
    public string Say(string zh, string en) => IsChinese ? zh : en;

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await SettleAsync();
    }

    /// <summary>Until there is a heading and nothing is on its way any more.</summary>
    public async Task SettleAsync()
    {
        await Page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.WaitForFunctionAsync("() => !document.querySelector('.ant-skeleton, .progress-on, [aria-busy=true]')");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>A picture of the whole page for people to look at.</summary>
    public async Task PictureAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Pictures, Manner.Language)).FullName;
        var file = Path.Combine(folder, $"{name}-{Manner.Width}{(Manner.Dark ? "-dark" : "")}.png");
        await Page.ScreenshotAsync(new() { Path = file, FullPage = true });
        TestContext.AddTestAttachment(file);
    }

    /// <summary>Nothing serious or critical of WCAG 2.2 AA, and no wider than the screen.</summary>
    public async Task IsAccessibleAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa") });
        var serious = result.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Take(5).Select(n => $"{n.Html} {string.Join("; ", n.Any.Select(a => a.Message))}"))}");
        Assert.That(serious, Is.Empty, $"{Page.Url} {Manner}");
        var wide = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.That(wide, Is.LessThanOrEqualTo(Manner.Width), $"{Page.Url} {Manner} is wider than the screen");
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.That(faults, Is.Empty, "what the browser noticed");
    }

    private static string Pictures => Environment.GetEnvironmentVariable("TECHBROKER_PICTURES") ?? Path.Combine(TestContext.CurrentContext.WorkDirectory, "pictures");

    private void CheckHost(string url)
    {
        var uri = new Uri(url);
        if (uri.Scheme is "http" or "https" or "ws" or "wss" && uri.Authority != TheBrowser.Server.Address.Authority)
        {
            faults.Add($"asks another host: {url}");
        }
    }

    private void CheckConsole(string text)
    {
        if (text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) || text.Contains("Content-Security-Policy", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add($"policy: {text}");
        }
    }
}
