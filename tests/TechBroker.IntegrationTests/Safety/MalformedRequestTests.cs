using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>
/// R12 at HTTP: malformed requests to every family of endpoints in the route table. No 5xx, no hang, nothing written by what was refused, and
/// the server is alive and its database whole afterwards. TECHBROKER_R12 is the number for each family (10,000 for the report),
/// TECHBROKER_R12_SEED repeats a run, TECHBROKER_R12_FAMILY picks one, TECHBROKER_R12_REPORT is a file to append the figures to.
/// </summary>
internal sealed class MalformedRequestTests
{
    private const int Reseed = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Slow = TimeSpan.FromSeconds(2);

    private static int Count => int.Parse(Setting("TECHBROKER_R12") ?? "300", CultureInfo.InvariantCulture);

    private static int Seed => int.Parse(Setting("TECHBROKER_R12_SEED") ?? "12", CultureInfo.InvariantCulture);

    [Test]
    public async Task Send_MalformedToEveryFamily_NeverFailsInsideNorLeavesATrace()
    {
        // One server for all: starting one costs more than attacking a family, and what one family broke would show in the next.
        var underWay = new RequestsUnderWay();
        await using var server = await StartAsync(underWay);
        var families = RouteFamily.Of(server);
        Assert.That(families.Select(f => f.Name), Is.SupersetOf(new[] { "auth", "conflicts", "engagements", "imports", "listings", "me", "needs", "organisations", "pages", "users" }));
        foreach (var family in families.Where(f => Setting("TECHBROKER_R12_FAMILY") is not { } only || only == f.Name))
        {
            try
            {
                await AttackAsync(family, server, underWay);
            }
            catch (AssertionException e)
            {
                // The others are looked at as well; NUnit has noted the failure.
                await TestContext.Progress.WriteLineAsync(e.Message);
            }
        }
    }

    private static async Task AttackAsync(RouteFamily family, TestServer server, RequestsUnderWay underWay)
    {
        using var watch = new Footprints(server.DataDirectory);
        var counts = new SortedDictionary<int, int>();
        var (clock, slowest) = (Stopwatch.StartNew(), TimeSpan.Zero);
        var (callers, ids) = (await CallersAsync(server), await IdsAsync(server));
        watch.Rebase();
        var (closed, previous) = (int.MinValue / 2, "none");
        for (var i = 0; i < Count; i++)
        {
            if (i % Reseed == Reseed - 1)
            {
                (callers, ids) = (await CallersAsync(server), await IdsAsync(server));
                watch.Rebase();
            }

            // Each request has random numbers of its own, so that one can be repeated without those before it.
            var random = new Random(unchecked((Seed * 1_000_003) + (family.Name.Sum(c => c) * 8_191) + i));
            var requests = new MalformedRequests(random, ids);
            var bytes = requests.Next(family.Targets[random.Next(family.Targets.Count)], callers[random.Next(callers.Count)]);
            var began = clock.Elapsed;
            var (status, text) = await ExchangeAsync(server, bytes, requests.IsCutOff);
            slowest = clock.Elapsed - began > slowest ? clock.Elapsed - began : slowest;
            var before = previous;
            previous = $"{status} {(requests.IsCutOff ? "cut off " : "")}{Printable(bytes)[..Math.Min(160, Printable(bytes).Length)]}";
            string Replay() => $"family {family.Name}, seed {Seed}, request {i}, after {before}\n{Printable(bytes)}\n→ {status} {text}\n(base64 {Convert.ToBase64String(bytes.AsSpan(0, Math.Min(bytes.Length, 20_000)))})";

            Assert.That(status, Is.Not.EqualTo(-1), () => $"It hangs: {Replay()}");

            // 505 is right for a version of HTTP that is none.
            Assert.That(status, Is.LessThan(500).Or.EqualTo(505), Replay);
            Assert.That(text, Does.Not.Contain("Exception").And.Not.Contain("\n   at "), Replay);
            if (status == 0 || requests.IsCutOff)
            {
                closed = i;

                // What was not waited for may run on, and write.
                await Eventually.BecomesAsync(() => Task.FromResult(underWay.Count == 0), "the request to end");
                watch.Rebase();
            }

            counts[status] = counts.GetValueOrDefault(status) + 1;
            if (status is >= 400)
            {
                // One whose client left half-way may run to its end all the same, and commit a moment later (an entry that a need was read).
                var left = watch.OfARefusal();
                if (left == Footprints.UntracedCommit && i - closed > 2)
                {
                    // The server does its timed work meanwhile (leases, heartbeat). What a request itself writes it writes again.
                    await ExchangeAsync(server, bytes, requests.IsCutOff);
                    left = watch.OfARefusal();
                }

                Assert.That(i - closed <= 2 ? null : left, Is.Null, () => $"It was refused and has written: {Replay()}");
                if (status == 401 && requests.IsSigned)
                {
                    // One before it has signed the caller out, or taken the account away.
                    callers = await CallersAsync(server);
                    watch.Rebase();
                }

                continue;
            }

            await Eventually.BecomesAsync(() => Task.FromResult(!watch.ImportsAreUnderWay()), "the imports to end");
            watch.Rebase();
        }

        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {family.Name} | {family.Targets.Count} | {Count} | {string.Join(", ", counts.Select(c => $"{(c.Key == 0 ? "closed" : c.Key)}: {c.Value}"))} | {clock.Elapsed.TotalSeconds:F0} | {slowest.TotalMilliseconds:F0} |");
        await TestContext.Progress.WriteLineAsync($"R12 seed {Seed} {line}");
        if (Setting("TECHBROKER_R12_REPORT") is { } report)
        {
            await File.AppendAllTextAsync(report, line + "\n");
        }

        Assert.That(counts.Where(c => c.Key >= 400).Sum(c => c.Value), Is.GreaterThan(Count / 4), "many of them are really broken");
        Assert.That(watch.Integrity(), Is.EqualTo("ok"));
        using var alive = await server.Http.GetAsync("/health/ready");
        Assert.That(alive.IsSuccessStatusCode, Is.True, family.Name);
        await server.PostListingAsync("写得下去");
    }

    private static Task<TestServer> StartAsync(RequestsUnderWay underWay) => TestServer.StartAsync(
        s =>
        {
            s.Workers.Enabled = false;
            (s.Api.RequestsPerSecond, s.Api.AccountRequestsPerSecond, s.Api.AnonymousRequestsPerSecond, s.Api.SignInRequestsPerSecond) = (1_000_000, 1_000_000, 1_000_000, 1_000_000);
            s.Auth.RefusalsPerAddress = 1_000_000;
        },
        services: builder => builder.Services.AddSingleton<IStartupFilter>(underWay));

    /// <summary>A waiting server is told after a while that nothing more will come; whoever then still says nothing hangs.</summary>
    private static async Task<(int Status, string Text)> ExchangeAsync(TestServer server, byte[] bytes, bool cutOff)
    {
        using var connection = await RawConnection.OpenAsync(server.Address);
        await connection.SendAsync(bytes);
        if (cutOff)
        {
            connection.EndSending();
            return await connection.ReadAsync(Patience);
        }

        var first = await connection.ReadAsync(Slow);
        if (first.Status != -1)
        {
            return first;
        }

        connection.EndSending();
        return await connection.ReadAsync(Patience);
    }

    private static async Task<IReadOnlyList<string?>> CallersAsync(TestServer server)
    {
        var organisation = (await server.PostAsync("/api/v1/organisations", new { name = $"单位{Guid.NewGuid():N}", kind = "university", regionCode = "110000" })).GetProperty("id").GetGuid();
        var everything = (await server.AddPersonAsync(organisation, Role.Admin)).Token;
        return
        [
            null, everything, everything, everything,
            (await server.AddPersonAsync(organisation, Role.Provider)).Token,
            (await server.AddPersonAsync(organisation, Role.Seeker)).Token,
            (await server.AddPersonAsync(null, Role.Manager)).Token,
        ];
    }

    /// <summary>One of everything.</summary>
    private static async Task<IReadOnlyList<Guid>> IdsAsync(TestServer server)
    {
        var organisation = (await server.PostAsync("/api/v1/organisations", new { name = $"单位{Guid.NewGuid():N}", kind = "enterprise", regionCode = "110000" })).GetProperty("id").GetGuid();
        var listing = await server.PostListingAsync("量子密钥分发终端", new { organisationId = organisation });
        var need = await server.PostNeedAsync("需要量子密钥分发终端", new { visibility = "blind", blindSummary = "某企业" });
        var engagement = (await server.PostAsync("/api/v1/engagements", new { listingId = listing, needId = need })).GetProperty("id").GetGuid();
        using var form = Uploads.Form("listings", Uploads.Utf8("title,trl\na,5\n"), "a.csv");
        var import = (await server.Http.SendFormAsync(form)).Succeeds(202).Id;
        await server.Http.EndOfAsync(import);
        return [organisation, listing, need, engagement, import, (await server.AddPersonAsync(organisation, Role.Provider)).Id];
    }

    private static string Printable(byte[] bytes) => string.Concat(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 3_000)).Select(c => c is '\n' || !char.IsControl(c) ? c.ToString() : $"\\x{(int)c:X2}"));

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
