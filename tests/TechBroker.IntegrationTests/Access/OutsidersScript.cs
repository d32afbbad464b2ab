using System.Text;
using System.Text.RegularExpressions;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Access;

/// <summary>What a curious outsider asks of two markets, answer by answer compared.</summary>
internal sealed class OutsidersScript(TwoMarkets two, string name, Person? caller, IReadOnlyList<string> endpoints)
{
    private const string Engagements = "/api/v1/engagements", Imports = "/api/v1/imports";

    // Items of different people must not score alike: a tie falls to the ids, which are random and new in each market.
    private readonly string mark = string.Concat(name.Select((letter, i) => $" {name}{letter}{i}"));

    public int Compared { get; private set; }

    public List<string> Differences { get; } = [];

    public List<string> Leaks { get; } = [];

    public async Task RunAsync()
    {
        using var first = caller is null ? null : await EventReader.OpenAsync(two.First, reader: caller);
        using var second = caller is null ? null : await EventReader.OpenAsync(two.Second, reader: caller);
        await ReadEverythingAsync();
        await SearchAsync();
        await ProbeAsync();
        await (caller is null ? Task.CompletedTask : WriteAsync());
        await SearchAsync();
        await (first is null || second is null ? Task.CompletedTask : ListenAsync(first, second));
    }

    private async Task ReadEverythingAsync()
    {
        Guid[] ids = [two.Hidden, two.Needs[0], two.Listings[0], two.Owner.OrganisationId!.Value, two.Owner.Id, new(7, 7, 7, new byte[8])];
        foreach (var pattern in endpoints.Where(e => e.StartsWith("GET ", StringComparison.Ordinal) && !e.EndsWith("/stream", StringComparison.Ordinal)).Select(e => e[4..]))
        {
            foreach (var path in pattern.Contains('{', StringComparison.Ordinal) ? ids.Select(id => Regex.Replace(pattern, @"\{[^}]+\}", id.ToString())) : [pattern])
            {
                await GetAsync(path);
                await SendAsync(HttpMethod.Head, path);
            }
        }

        await GetAsync($"{Imports}/template?kind=needs&format=csv");
        await GetAsync($"{Needs}/{two.Hidden}/nothing");
        await GetAsync($"{Needs}/{two.Hidden.ToString().ToUpperInvariant()}");
        await GetAsync($"{Engagements}?state=proposed");
    }

    private async Task SearchAsync()
    {
        string[] filters =
        [
            "", "field=industries:C39", "field=industries:C", "field=canary-term", "field=industries:C26", "region=110000", "region=110108", "region=310115", "region=CN", "trl=6", "minTrl=6", "minTrl=1",
            $"organisationId={two.Owner.OrganisationId}", $"organisationId={two.Rival.OrganisationId}", "externalRef=canary-1", "q=nothingatall", "q=%E6%B1%82%E8%B4%AD",
            .. Canaries.Guessed.Select(w => $"q={Uri.EscapeDataString(w)}"), .. Canaries.Guessed.Select(w => $"q={Uri.EscapeDataString(w)}&field=industries:C&region=110000"),
            .. Codes.All<NeedState>().Union(Codes.All<ListingState>()).Select(s => $"state={s}"),
        ];
        foreach (var filter in filters)
        {
            await PagesAsync($"{Needs}?{filter}", filter.Length == 0 || filter[0] == 'q' ? 2 : 50);
            await PagesAsync($"{Listings}?{filter}", filter.Length == 0 ? 3 : 50);
        }
    }

    private async Task ProbeAsync()
    {
        var hidden = $"{Needs}/{two.Hidden}";
        foreach (var match in new[] { null, "\"1\"", "\"2\"", "\"3\"", "*", "nonsense" })
        {
            (string, string)[] headers = match is null ? [] : [("If-Match", match), ("If-None-Match", match)];
            await SendAsync(HttpMethod.Get, hidden, null, headers);
            await SendAsync(HttpMethod.Put, hidden, new { title = "金丝雀" }, headers);
            await SendAsync(HttpMethod.Put, hidden, "{\"title\":", headers);
            await SendAsync(HttpMethod.Put, hidden, new { title = 7, unknown = true }, headers);
            await SendAsync(HttpMethod.Post, $"{hidden}/publish", null, headers);
            await SendAsync(HttpMethod.Post, $"{hidden}/withdraw", null, headers);
        }

        await SendAsync(HttpMethod.Put, hidden, Canaries.Guessed, ("Idempotency-Key", "owners-key"), ("If-Match", "*"));
        await SendAsync(HttpMethod.Delete, hidden);
        await SendAsync(HttpMethod.Patch, hidden, new { });
        await SendAsync(HttpMethod.Options, hidden);
        await SendAsync(HttpMethod.Get, $"/api/v1/listings/{two.Hidden}");
        await SendAsync(HttpMethod.Get, $"{Needs}/{two.Hidden}/matches?minLevel=4");
        await SendAsync(HttpMethod.Get, $"{Needs}?cursor=AAAA");
        foreach (var listing in two.Listings.Take(3))
        {
            await SendAsync(HttpMethod.Post, Engagements, new { listingId = listing, needId = two.Hidden, note = "canary-term" });
            await SendAsync(HttpMethod.Post, Engagements, new { listingId = two.Hidden, needId = listing });
        }

        await SendAsync(HttpMethod.Post, Listings, new { title = "冒名", organisationId = two.Owner.OrganisationId });
        await SendAsync(HttpMethod.Post, Needs, new { title = "冒名", organisationId = two.Owner.OrganisationId, visibility = "blind" });
        await SendAsync(HttpMethod.Post, Needs, "[]");
    }

    private async Task WriteAsync()
    {
        foreach (var listing in two.Listings)
        {
            await PagesAsync($"{Listings}/{listing}/matches?minLevel=1", 1);
            await PagesAsync($"{Listings}/{listing}/matches?minLevel=3", 50);
            foreach (var need in two.Needs.Take(3).Append(two.Hidden))
            {
                await GetAsync($"{Listings}/{listing}/matches/{need}/why");
            }
        }

        // Scored again with the canary's words, and once more off and on the market.
        var own = $"{Listings}/{two.Listings[5]}";
        await SendAsync(HttpMethod.Put, own, new { title = "骨折复位机器人 金丝雀 zebracanary", fields = new[] { "industries:C39" }, trl = 6 }, ("If-Match", "*"));
        await two.SettleAsync();
        await PagesAsync($"{own}/matches?", 1);
        foreach (var step in new[] { "suspend", "publish" })
        {
            await SendAsync(HttpMethod.Post, $"{own}/{step}");
            await two.SettleAsync();
        }

        await PagesAsync($"{own}/matches?", 2);
        await PostAndReadAsync(Listings, new { title = $"金丝雀 zebracanary 锂离子电池电解液{mark}", keywords = new[] { "金丝雀" }, publish = true });

        // A blind need of the outsider's own: its cell must not tell of anybody else's.
        await PostAndReadAsync(Needs, new { title = $"骨折复位机器人导航 金丝雀{mark}", fields = new[] { "industries:C39", "canary-term" }, regionCode = "110108", visibility = "blind", blindSummary = "试探", publish = true });
        await PostAndReadAsync(Needs, new { title = $"锂离子电池 zebracanary{mark}", fields = new[] { "industries:C39" }, regionCode = "110108", publish = true });
        await ImportAsync();
        await GetAsync(Engagements);
        await GetAsync("/api/v1/me");
    }

    private async Task PostAndReadAsync(string resource, object body)
    {
        var (first, second) = await SendAsync(HttpMethod.Post, resource, body);
        await two.SettleAsync();
        if (first.Status == 201 && second.Status == 201)
        {
            await SendAsync(HttpMethod.Get, ($"{resource}/{first.Id}", $"{resource}/{second.Id}"));
            await SendAsync(HttpMethod.Get, ($"{resource}/{first.Id}/matches", $"{resource}/{second.Id}/matches"));
        }
    }

    private async Task ImportAsync()
    {
        foreach (var kind in new[] { "listings", "needs" })
        {
            // One good row: two of one commit would have the same time, and their order be that of random ids.
            var rows = $"title,keywords,trl,id,organisationId\n金丝雀 zebracanary{mark},canary-term,6,canary-1,\n骨折复位机器人,金丝雀,99,{name}-2,\n冒名,金丝雀,3,{name}-3,{two.Owner.OrganisationId}\n";
            var boundary = "b0undary";
            var form = $"--{boundary}\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"金丝雀.csv\"\r\n\r\n{rows}\r\n--{boundary}--\r\n";
            var (first, second) = await SendAsync(HttpMethod.Post, Imports, Encoding.UTF8.GetBytes(form), ("Content-Type", $"multipart/form-data; boundary={boundary}"));
            if (first.Status != 202 || second.Status != 202)
            {
                continue;
            }

            foreach (var (server, reply) in new[] { (two.First, first), (two.Second, second) })
            {
                await Eventually.BecomesAsync(
                    async () => (await server.GetAsync($"{Imports}/{reply.Id}")).GetProperty("state").GetString() is "done" or "failed", "the import");
            }

            await two.SettleAsync();
            foreach (var below in new[] { "", "/errors", "/rejected" })
            {
                await SendAsync(HttpMethod.Get, ($"{Imports}/{first.Id}{below}", $"{Imports}/{second.Id}{below}"));
            }
        }

        await GetAsync(Imports);
    }

    // Whatever was told before the last own item's scores has come by then.
    private async Task ListenAsync(EventReader first, EventReader second)
    {
        var resource = two.Rival == caller ? Needs : Listings;
        var (a, b) = await SendAsync(HttpMethod.Post, resource, new { title = $"存算一体芯片 卫星通信终端{mark}", publish = true });
        await two.SettleAsync();
        var (seenByFirst, seenBySecond) = (await UntilAsync(first, a.Id, two.OfFirst), await UntilAsync(second, b.Id, two.OfSecond));
        Compare($"{name}: {seenByFirst.Count} events", string.Join('\n', seenByFirst), string.Join('\n', seenBySecond));
    }

    private static async Task<IReadOnlyList<string>> UntilAsync(EventReader reader, Guid last, Neutral neutral)
    {
        var seen = new List<LiveEvent>();
        while (await reader.NextAsync() is { } live)
        {
            seen.Add(live);
            if (live.Kind == "matchesScored" && live.Data.Contains(last.ToString(), StringComparison.Ordinal))
            {
                break;
            }
        }

        return neutral.Of(seen);
    }

    private async Task PagesAsync(string path, int limit)
    {
        var (next, pages) = (("", ""), 0);
        do
        {
            var (first, second) = await SendAsync(HttpMethod.Get, ($"{path}&limit={limit}{next.Item1}", $"{path}&limit={limit}{next.Item2}"));
            next = (NextOf(first), NextOf(second));
        }
        while (next.Item1.Length > 0 && next.Item2.Length > 0 && ++pages < 200);
    }

    private static string NextOf(Reply reply) => reply.Status == 200 && reply.Json.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : "";

    private Task<(Reply First, Reply Second)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    private Task<(Reply First, Reply Second)> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, (path, path), body, headers);

    private async Task<(Reply First, Reply Second)> SendAsync(HttpMethod method, (string First, string Second) path, object? body = null, params (string Name, string Value)[] headers)
    {
        (string, string)[] all = [("Authorization", caller is null ? "" : $"Bearer {caller.Token}"), .. headers];
        all = caller is null ? all[1..] : all;

        // What is made at different times is listed by time, and not by its random id.
        two.Tick(method);
        var first = await SendAsync(two.First, method, path.First, body, all);
        var second = await SendAsync(two.Second, method, path.Second, body, all);
        Compare($"{name}: {method} {path.Second}", two.OfFirst.Of(first), two.OfSecond.Of(second));
        return (first, second);
    }

    private Task<Reply> SendAsync(TestServer server, HttpMethod method, string path, object? body, (string Name, string Value)[] headers) =>
        caller is null ? server.AnonymouslyAsync(method, path, body, headers) : server.SendAsync(method, path, body, headers);

    private void Compare(string what, string first, string second)
    {
        Compared++;
        if (first != second)
        {
            Differences.Add($"{what}\n{DifferenceOf(first, second)}");
        }

        if (Canaries.Silent.Any(second.Contains))
        {
            Leaks.Add($"{what}\n{second}");
        }
    }

    private static string DifferenceOf(string first, string second)
    {
        var at = first.Zip(second).TakeWhile(p => p.First == p.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 300)];
        return $"--- first\n{Around(first)}\n--- second\n{Around(second)}";
    }
}
