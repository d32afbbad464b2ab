using System.Globalization;
using System.Text.Json;
using TechBroker.Domain.Engagements;

namespace TechBroker.BrowserTests.Support;

/// <summary>A listing of the demo's provider and a need of its seeker, paired by its first manager: made and led over HTTP, for one test alone.</summary>
internal sealed class Pair : IDisposable
{
    private readonly Dictionary<string, Someone> people = [];

    private Pair(string mark) => Mark = mark;

    /// <summary>In both titles; nobody else's items have it.</summary>
    public string Mark { get; }

    public string ListingTitle => $"低温快充电解液 {Mark}";

    public string NeedTitle => $"低温环境下的电池快充 {Mark}";

    public string Engagement { get; private set; } = "";

    public static async Task<Pair> LogAsync()
    {
        var pair = new Pair(Guid.NewGuid().ToString("N")[..8]);
        const string Text = "动力电池在零下三十摄氏度下快速充电，十五分钟充至百分之八十，循环寿命两千次以上。";
        var listing = await pair.PostAsync("provider", "listings", new { title = pair.ListingTitle, description = Text, trl = 6, publish = true });
        var need = await pair.PostAsync("seeker", "needs", new { title = pair.NeedTitle, description = Text, visibility = "open", publish = true });
        var logged = await pair.PostAsync("manager", "engagements", new { listingId = listing.GetProperty("id"), needId = need.GetProperty("id"), note = "展台上谈起。" });
        pair.Engagement = logged.GetProperty("id").GetString()!;
        return pair;
    }

    /// <summary>A step of the manager's, such as introduce.</summary>
    public Task<JsonElement> StepAsync(string step, object? body = null) => PostAsync("manager", $"engagements/{Engagement}/{step}", body ?? new { });

    /// <summary>Both sides are interested, know each other and negotiate: as a tender, which asks for no publicity, or otherwise.</summary>
    public async Task NegotiateAsync(string priceMode = "tender")
    {
        await StepAsync("interest", new { side = "listing" });
        await StepAsync("interest", new { side = "need" });
        await StepAsync("introduce");
        await StepAsync("negotiate", new { priceMode });
    }

    /// <returns>The id of the contract that came of it.</returns>
    public async Task<string> RecordAsync(long yuan = 1_200_000) => (await PostAsync("manager", "deals", new
    {
        engagementId = Engagement,
        contractType = "licence",
        title = $"{ListingTitle}许可",
        amount = new { currency = "CNY", minorUnits = yuan * 100 },
        signedOn = CentreDay.Of(DateTimeOffset.UtcNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        inventors = new[] { new { name = "陈老师", basisPoints = 10_000 } },
    })).GetProperty("id").GetString()!;

    public void Dispose()
    {
        foreach (var someone in people.Values)
        {
            someone.Dispose();
        }
    }

    private async Task<JsonElement> PostAsync(string name, string path, object body)
    {
        if (!people.TryGetValue(name, out var someone))
        {
            people[name] = someone = await Someone.OfDemoAsync(name);
        }

        return await someone.PostAsync(path, body);
    }
}
