using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace TechBroker.BrowserTests.Support;

/// <summary>How somebody comes: with which language, screen and colours.</summary>
/// <param name="Language">zh or en.</param>
/// <param name="Width">In CSS pixels: 390 is a phone, 1440 a desk.</param>
/// <param name="Dark">Whether they prefer dark pages.</param>
public sealed record Manner(string Language, int Width = 1440, bool Dark = false)
{
    public bool IsDesk => Width >= 600;

    public override string ToString() => $"{Language}-{Width}{(Dark ? "-dark" : "")}";
}

/// <summary>A browser that nobody has used yet, and what it noticed: calls to other hosts and breaches of the content policy fail the test.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri server;
    private readonly List<string> faults = [];

    private Visit(IBrowserContext context, IPage page, Manner manner, Uri server) => (this.context, Page, Manner, this.server) = (context, page, manner, server);

    public IPage Page { get; }

    public Manner Manner { get; }

    public bool IsChinese => Manner.Language == "zh";

    public static Task<Visit> BeginAsync(Manner manner) => BeginAsync(manner, TheBrowser.Server);

    public static async Task<Visit> BeginAsync(Manner manner, RunningServer server)
    {
        var context = await TheBrowser.Browser.NewContextAsync(new()
        {
            BaseURL = server.Address.ToString(),
            Locale = manner.Language == "zh" ? "zh-CN" : "en-GB",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = manner.Width, Height = manner.IsDesk ? 900 : 844 },
            ColorScheme = manner.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(TheBrowser.Patience);
        var visit = new Visit(context, await context.NewPageAsync(), manner, server.Address);
        visit.Page.Request += (_, request) => visit.CheckHost(request.Url);
        visit.Page.Console += (_, message) => visit.CheckConsole(message.Text);
        visit.Page.PageError += (_, error) => visit.faults.Add($"script: {error}");
        return visit;
    }

    /// <summary>One of the demo people, signed in as a browser is, without the page for it.</summary>
    /// <param name="manner">How they come.</param>
    /// <param name="name">As in NAME@demo.example.</param>
    public static Task<Visit> BeginAsync(Manner manner, string name) => BeginAsync(manner, $"{name}@demo.example", TheBrowser.Server.PasswordOf(name));

    public static Task<Visit> BeginAsync(Manner manner, Someone someone) => BeginAsync(manner, someone.Email, someone.Password);

    private static async Task<Visit> BeginAsync(Manner manner, string email, string password)
    {
        var visit = await BeginAsync(manner);
        await visit.Page.GotoAsync("/sign-in");
        await visit.Page.EvaluateAsync(SignIn, new { email, password });
        return visit;
    }

    // Whoever signed in here is remembered by the page (remember.ts); the session itself is a cookie.
    private const string SignIn =
        """
        async credentials => {
          const { header, token } = await (await fetch('/api/v1/auth/antiforgery')).json();
          const answer = await fetch('/api/v1/auth/browser-login', { method: 'POST', headers: { 'Content-Type': 'application/json', [header]: token }, body: JSON.stringify(credentials) });
          if (!answer.ok) throw new Error(await answer.text());
          localStorage.setItem('techbroker.session', '1');
        }
        """;

    /// <summary>The Chinese or the English text.</summary>
    public string Say(string zh, string en) => IsChinese ? zh : en;

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await SettleAsync();
    }

    /// <summary>A step from the menu beside a page's title.</summary>
    public async Task ChooseStepAsync(string step)
    {
        await Page.Locator("header.head-row").GetByRole(AriaRole.Button, new() { NameRegex = new(Say("^更多", "^More")) }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = step, Exact = true }).ClickAsync();
    }

    /// <summary>From now on each page is fetched whole, as by somebody who was never here.</summary>
    public async Task KeepNothingAsync()
    {
        var session = await context.NewCDPSessionAsync(Page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
    }

    /// <summary>Until there is a heading and nothing is on its way any more.</summary>
    public async Task SettleAsync()
    {
        await Page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.WaitForFunctionAsync("() => ![...document.querySelectorAll('.ant-skeleton, .progress-on, [aria-busy=true]')].some(one => one.checkVisibility())");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>From now on the page reads something else in place of the API's answers in JSON.</summary>
    public Task ChangeAnswersAsync(Regex of, Action<JsonNode?> change) => Page.RouteAsync(of, async route =>
    {
        var answer = await route.FetchAsync();
        if (!answer.Headers.GetValueOrDefault("content-type", "").StartsWith("application/json", StringComparison.Ordinal))
        {
            await route.FulfillAsync(new() { Response = answer });
            return;
        }

        var body = JsonNode.Parse(await answer.TextAsync());
        change(body);
        await route.FulfillAsync(new() { Response = answer, Body = body?.ToJsonString() ?? "null" });
    });

    /// <summary>A picture of the whole page for people to look at.</summary>
    public async Task PictureAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Pictures.Folder, Manner.Language)).FullName;
        var file = Path.Combine(folder, $"{name}-{Manner.Width}{(Manner.Dark ? "-dark" : "")}.png");
        await Page.ScreenshotAsync(new() { Path = file, FullPage = true });
        TestContext.AddTestAttachment(file);
    }

    /// <summary>Nothing serious or critical of WCAG 2.2 AA, and no wider than the screen.</summary>
    /// <returns>What axe-core said in full.</returns>
    public async Task<AxeResult> IsAccessibleAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa") });
        var serious = result.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Take(5).Select(n => $"{n.Html} {string.Join("; ", n.Any.Select(a => a.Message))}"))}");
        Assert.That(serious, Is.Empty, $"{Page.Url} {Manner}");
        await FitsAsync();
        return result;
    }

    /// <summary>No wider than the screen, or else says what reaches beyond it.</summary>
    public async Task FitsAsync()
    {
        var beyond = await Page.EvaluateAsync<string[]>(Beyond);
        Assert.That(beyond, Is.Empty, $"{Page.Url} {Manner} is wider than the screen");
    }

    // The innermost pieces, since whatever holds them may only be stretched by them.
    private const string Beyond =
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          const wide = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && one.getBoundingClientRect().right > root.clientWidth);
          const inner = wide.filter(one => !wide.some(other => other !== one && one.contains(other)));
          return [`${root.scrollWidth} px`, ...inner.slice(0, 5).map(one => `${one.outerHTML.slice(0, 200)} in ${one.parentElement?.closest('[class]')?.className}`)];
        }
        """;

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        if (faults.Count > 0)
        {
            // Thrown from here it would hide what the test itself failed of.
            TestExecutionContext.CurrentContext.CurrentResult.RecordAssertion(AssertionStatus.Failed, $"The browser noticed:\n{string.Join('\n', faults.Distinct())}", Environment.StackTrace);
        }
    }

    private void CheckHost(string url)
    {
        var uri = new Uri(url);
        if (uri.Scheme is "http" or "https" or "ws" or "wss" && uri.Authority != server.Authority)
        {
            faults.Add($"asks another host: {url}");
        }
    }

    private void CheckConsole(string text)
    {
        if (text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) || text.Contains("Content-Security-Policy", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add($"{Page.Url}: {text}");
        }
    }
}
