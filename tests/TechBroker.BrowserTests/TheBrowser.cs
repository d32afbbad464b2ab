using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>One server and one browser for all tests; each test has a context of its own, as if nobody had been here before.</summary>
[SetUpFixture]
internal sealed class TheBrowser
{
    /// <summary>For whatever is to happen, in milliseconds: machines that build at the same time are slow.</summary>
    public const int Patience = 60_000;

    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static IPlaywright? playwright;

    public static IBrowser Browser { get; private set; } = null!;

    public static RunningServer Server { get; private set; } = null!;

    /// <summary>Debian's, unless TECHBROKER_CHROMIUM names another.</summary>
    private static string Chromium => Environment.GetEnvironmentVariable("TECHBROKER_CHROMIUM") ?? "/usr/bin/chromium";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Assert.That(File.Exists(Chromium), Is.True, $"{Chromium} is not there: apt-get install --no-install-recommends chromium fonts-noto-cjk, or name another in TECHBROKER_CHROMIUM.");
        Assertions.SetDefaultExpectTimeout(Patience);
        Server = await RunningServer.StartAsync("--demo");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }
}
