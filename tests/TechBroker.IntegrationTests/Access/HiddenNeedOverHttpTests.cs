using System.Diagnostics;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Domain.Needs;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Access;

/// <summary>R14 over HTTP: two servers that differ in one hidden need answer every outsider byte for byte the same, and say nothing of it anywhere.</summary>
[NonParallelizable]
internal sealed class HiddenNeedOverHttpTests
{
    /// <summary>The owner's own tables; answers are kept for whoever repeats the owner's key as the owner.</summary>
    private static readonly string[] OwnersTables = ["Need", "MarketRevision", "Match", "IdempotentAnswer"];

    [TestCase(Visibility.Private, false, false, TestName = "PrivateNeed_Changed_IsTheSameToOutsiders")]
    [TestCase(Visibility.Private, false, true, TestName = "PrivateNeed_PostedOrNot_IsTheSameToOutsiders")]
    [TestCase(Visibility.Blind, false, false, TestName = "BlindNeed_Changed_IsTheSameToOutsiders")]
    [TestCase(Visibility.Blind, false, true, TestName = "BlindNeed_PostedOrNot_IsTheSameToWhoIsNotSignedIn")]
    [TestCase(Visibility.Open, true, false, TestName = "DraftNeed_Changed_IsTheSameToOutsiders")]
    [TestCase(Visibility.Open, true, true, TestName = "DraftNeed_PostedOrNot_IsTheSameToOutsiders")]
    public async Task HiddenNeed(Visibility visibility, bool draft, bool posted)
    {
        await using var two = await TwoMarkets.StartAsync(visibility, draft, posted);
        var endpoints = Endpoints(two.Second);
        (string, Person?)[] outsiders = visibility is Visibility.Blind && posted
            ? [("anonymous", null)]
            : [("anonymous", null), ("provider", two.Provider), ("rival", two.Rival), ("unattached", two.Unattached)];
        var (compared, differences, leaks) = (0, new List<string>(), new List<string>());
        foreach (var (name, person) in outsiders)
        {
            var script = new OutsidersScript(two, name, person, endpoints);
            await script.RunAsync();
            compared += script.Compared;
            differences.AddRange(script.Differences);
            leaks.AddRange(script.Leaks);
        }

        await TestContext.Out.WriteLineAsync($"R14: {visibility}{(draft ? " draft" : "")} {(posted ? "posted or not" : "changed")}: {compared} answers compared, {differences.Count} differ, {leaks.Count} leak");
        Assert.That(differences.Count, Is.Zero, string.Join("\n\n", differences.Take(5)));
        Assert.That(leaks.Count, Is.Zero, string.Join("\n\n", leaks.Take(5)));
        Assert.That(compared, Is.GreaterThan(200));
        await IsNowhereAsync(two);
    }

    [Test]
    public async Task ParkedMessage_OfAHiddenNeed_HoldsNoWordOfIt([Values(Visibility.Blind, Visibility.Private)] Visibility visibility)
    {
        await using var two = await TwoMarkets.StartAsync(visibility, draft: false, posted: false);

        // The item can neither be indexed nor its match be stored.
        await two.Second.Database.WriteAsync(
            s => s.RunAsync($"CREATE TRIGGER Forbid BEFORE INSERT ON Match WHEN NEW.NeedId = '{two.Hidden:D}' BEGIN SELECT RAISE(ABORT, 'forbidden'); END"), CancellationToken.None);
        await two.Second.Database.WriteAsync(
            s => s.RunAsync("CREATE TRIGGER Break AFTER UPDATE ON Need WHEN NEW.Revision = 4 BEGIN UPDATE Need SET Keywords = '[' || NEW.Keywords WHERE Id = NEW.Id; END"), CancellationToken.None);
        foreach (var content in new[] { Canaries.After(visibility), Canaries.Before(visibility, true) })
        {
            await two.DoAsync(two.Second, two.Owner, HttpMethod.Put, $"{Calls.Needs}/{two.Hidden}", WithoutPublish(content), ("If-Match", "*"));
            await two.SettleAsync();
        }

        Assert.That(await two.Second.Database.ReadAsync(s => s.FirstAsync<int>("SELECT COUNT(*) FROM ParkedMessage"), CancellationToken.None), Is.Positive);
        await IsNowhereAsync(two);
    }

    [Test]
    public async Task HiddenNeed_AskedFor_TakesAsLongAsAnAbsentOne()
    {
        const int Pairs = 300;
        await using var two = await TwoMarkets.StartAsync(Visibility.Private, draft: false, posted: false);
        using var http = two.Provider.Client(two.Second.Address);
        var (hidden, absent) = (new List<double>(), new List<double>());
        for (var i = -60; i < Pairs; i++)
        {
            // Which comes first alternates, so that neither is always the one with the warmer cache.
            foreach (var isHidden in i % 2 == 0 ? [true, false] : new[] { false, true })
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await http.GetAsync($"{Calls.Needs}/{(isHidden ? two.Hidden : Guid.NewGuid())}");
                var took = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                Assert.That((int)response.StatusCode, Is.EqualTo(404));
                (isHidden ? hidden : absent).AddRange(i < 0 ? [] : [took]);
            }
        }

        hidden.Sort();
        absent.Sort();
        var ratio = hidden[Pairs / 2] / absent[Pairs / 2];
        await TestContext.Out.WriteLineAsync(
            $"R14: {Pairs} pairs, hidden p50 {hidden[Pairs / 2]:F0} µs p95 {hidden[Pairs * 95 / 100]:F0} µs; absent p50 {absent[Pairs / 2]:F0} µs p95 {absent[Pairs * 95 / 100]:F0} µs; ratio of medians {ratio:F3}");
        Assert.That(ratio, Is.InRange(1 / 1.5, 1.5));
    }

    private static IReadOnlyList<string> Endpoints(TestServer server) =>
    [
        .. server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} /{e.RoutePattern.RawText!.Trim('/')}"))
            .Order(StringComparer.Ordinal),
    ];

    private static System.Text.Json.Nodes.JsonObject WithoutPublish(object content)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(content)!.AsObject();
        body.Remove("publish");
        return body;
    }

    /// <summary>Neither in what the servers said of themselves, nor in any other table, nor in the name of a file.</summary>
    private static async Task IsNowhereAsync(TwoMarkets two)
    {
        Assert.That(two.Recorder.Said, Has.Some.StartsWith("log Trace").And.Some.StartsWith("log Debug Microsoft").And.Some.StartsWith("metric").And.Some.StartsWith("activity"));
        Assert.That(two.Recorder.Said.Where(said => Canaries.Silent.Any(said.Contains)).Take(3), Is.Empty);
        foreach (var server in new[] { two.First, two.Second })
        {
            var tables = await server.Database.ReadAsync(s => s.ListAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'"), CancellationToken.None);
            Assert.That(tables, Is.SupersetOf(OwnersTables).And.SupersetOf(new[] { "Event", "AuditEntry", "Outbox", "ParkedMessage" }));
            foreach (var table in tables.Except(OwnersTables))
            {
                Assert.That(await RowsWithCanariesAsync(server.Database, table), Is.Empty, $"the table {table}");
            }

            Assert.That(
                Directory.EnumerateFileSystemEntries(server.DataDirectory, "*", SearchOption.AllDirectories).Where(file => Canaries.Silent.Any(file.Contains)), Is.Empty);
        }
    }

    private static Task<IReadOnlyList<string>> RowsWithCanariesAsync(Database database, string table) => database.ReadAsync(
        async s =>
        {
            var columns = await s.ListAsync<string>($"SELECT name FROM pragma_table_info('{table}')");
            var all = string.Join(" || '|' || ", columns.Select(c => $"COALESCE(CAST(\"{c}\" AS TEXT), '')"));
            return await s.ListAsync<string>($"SELECT {all} FROM \"{table}\" WHERE {string.Join(" OR ", Canaries.Silent.Select(c => $"{all} LIKE '%{c}%'"))} LIMIT 3");
        },
        CancellationToken.None);
}
