using System.Globalization;
using System.Text.Json;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Engagements;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Duplicates;

/// <summary>The people of engagements, with numbers that nobody has used before.</summary>
internal abstract class DuplicateFixture : EngagementFixture
{
    protected const string Duplicates = "/api/v1/duplicates";

    protected static string Patent() => string.Create(CultureInfo.InvariantCulture, $"ZL2023{Random.Shared.Next(10_000_000, 99_999_999)}.5");

    protected static object Listing(string? patent = null, bool publish = true, string? title = null) => new
    {
        title = title ?? $"成果{Guid.NewGuid():N}",
        ip = patent is null ? null : new[] { new { type = "patent", number = patent, status = "granted" } },
        publish,
    };

    protected static async Task<JsonElement> PairOfAsync(Actor reader, Guid itemId) =>
        (await reader.GetAsync($"{Duplicates}?state=open&limit=200")).Succeeds().Items.Single(i => i.GetProperty("a").GetGuid() == itemId || i.GetProperty("b").GetGuid() == itemId);

    protected static async Task<bool> HasPairAsync(Actor reader, Guid itemId, string state = "open") =>
        (await reader.GetAsync($"{Duplicates}?state={state}&limit=200")).Succeeds().Text.Contains(itemId.ToString(), StringComparison.Ordinal);

    /// <summary>Two published listings of the university with one patent, and their pair.</summary>
    protected async Task<(Guid Kept, Guid Other, string Pair)> TwinsAsync()
    {
        var patent = Patent();
        var kept = (await Provider.PostAsync(Listings, Listing(patent))).Succeeds(201).Id;
        var other = (await Provider.PostAsync(Listings, Listing($"CN{patent[2..]}"))).Succeeds(201).Id;
        return (kept, other, $"{Duplicates}/{(await PairOfAsync(Provider, kept)).GetProperty("id").GetGuid()}");
    }

    protected async Task<string> EngagedAsync(Guid listing, Guid need, string state)
    {
        var path = await LogAsync(listing, need);
        foreach (var (name, body) in StepsTo(state))
        {
            (await Manager.PostAsync($"{path}/{name}", body)).Succeeds();
        }

        return path;
    }

    protected static Guid[] Ids(Reply reply, string name) => [.. reply.Json.GetProperty(name).EnumerateArray().Select(e => e.GetGuid())];

    private static IEnumerable<(string Name, object? Body)> StepsTo(string state)
    {
        (string, object?)[] all = [("interest", new { side = "need" }), ("interest", new { side = "listing" }), ("introduce", null)];
        return all.Take(state switch { "proposed" => 0, "interested" => 1, "mutual" => 2, _ => 3 });
    }
}
