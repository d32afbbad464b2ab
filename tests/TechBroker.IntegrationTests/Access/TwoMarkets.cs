using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Organisations;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using TechBroker.IntegrationTests.Workers;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Access;

/// <summary>
/// Two servers on two copies of one folder, with clocks that a test moves together. On the second a hidden need's owner does something;
/// whatever anybody else then asks, both must answer alike.
/// </summary>
internal sealed class TwoMarkets : IAsyncDisposable
{
    private static readonly string[] Topics =
        ["骨折复位机器人导航", "骨折复位机器人", "锂离子电池电解液", "锂离子电池负极", "存算一体芯片", "卫星通信终端", "金丝雀 zebracanary", "金丝雀酶 骨折复位机器人"];

    private readonly string folder = Directory.CreateTempSubdirectory("techbroker-r14-").FullName;
    private readonly ManualClock clock = new(DateTimeOffset.UtcNow);

    public Recorder Recorder { get; } = new();

    public TestServer First { get; private set; } = null!;

    public TestServer Second { get; private set; } = null!;

    public Neutral OfFirst { get; private set; } = null!;

    public Neutral OfSecond { get; private set; } = null!;

    public Person Owner { get; private set; } = null!;

    public Person Provider { get; private set; } = null!;

    public Person Rival { get; private set; } = null!;

    public Person Unattached { get; private set; } = null!;

    /// <summary>Published, of the provider.</summary>
    public List<Guid> Listings { get; } = [];

    /// <summary>Open, of the rival.</summary>
    public List<Guid> Needs { get; } = [];

    /// <summary>What the two markets differ in.</summary>
    public Guid Hidden { get; private set; }

    /// <summary>How the second market comes to differ: its owner changes the need there, or it is posted only there.</summary>
    public static async Task<TwoMarkets> StartAsync(Visibility visibility, bool draft, bool posted)
    {
        var two = new TwoMarkets();
        var (first, second) = (Path.Combine(two.folder, "a"), Path.Combine(two.folder, "b"));
        Directory.CreateDirectory(first);
        HashSet<Guid> known;
        await using (var server = await two.ServeAsync(first))
        {
            await two.FillAsync(server);
            if (!posted)
            {
                two.Hidden = (await two.DoAsync(server, two.Owner, HttpMethod.Post, Calls.Needs, Canaries.Before(visibility, !draft))).Id;
                await server.DrainAsync();
            }

            known = await IdsAsync(server.Database);
        }

        Folders.Copy(first, second);
        (two.First, two.Second) = (await two.ServeAsync(first), await two.ServeAsync(second));
        two.clock.Advance(TimeSpan.FromSeconds(1));
        if (posted)
        {
            two.Hidden = (await two.DoAsync(two.Second, two.Owner, HttpMethod.Post, Calls.Needs, Canaries.Before(visibility, !draft))).Id;
        }
        else
        {
            (await two.DoAsync(two.Second, two.Owner, HttpMethod.Put, $"{Calls.Needs}/{two.Hidden}", Canaries.After(visibility), ("If-Match", "*"), ("Idempotency-Key", "owners-key"))).Succeeds();
        }

        known.Add(two.Hidden);
        (two.OfFirst, two.OfSecond) = (new Neutral(known), new Neutral(known));
        await two.SettleAsync();
        return two;
    }

    /// <summary>Both have done all their work; a second later than before.</summary>
    public async Task SettleAsync()
    {
        await First.DrainAsync();
        await Second.DrainAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
    }

    /// <summary>A second passes before each request that may change something.</summary>
    public void Tick(HttpMethod method) => clock.Advance(TimeSpan.FromSeconds(method == HttpMethod.Get || method == HttpMethod.Head ? 0 : 1));

    public async Task<Reply> DoAsync(TestServer server, Person person, HttpMethod method, string path, object body, params (string Name, string Value)[] headers)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        var reply = await server.SendAsync(method, path, body, [("Authorization", $"Bearer {person.Token}"), .. headers]);
        Assert.That(reply.Status, Is.InRange(200, 299), reply.Text);
        return reply;
    }

    public async ValueTask DisposeAsync()
    {
        await (First?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Second?.DisposeAsync() ?? ValueTask.CompletedTask);
        Recorder.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Task<TestServer> ServeAsync(string data) => TestServer.StartAsync(
        settings =>
        {
            settings.Workers.ProposeLevel = 1;
            settings.Workers.TopK = 4;
            settings.Workers.PollMilliseconds = 20;
            settings.Api.RequestsPerSecond = 1_000_000;

            // What the program proposes by itself must tell nothing, either.
            settings.Dispatch.MinLevel = 1;
        },
        data,
        builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Logging.AddProvider(Recorder).SetMinimumLevel(LogLevel.Trace).AddFilter("TechBroker", LogLevel.Trace);
        });

    private async Task FillAsync(TestServer server)
    {
        var (university, rival, secretive) = (
            await Callers.OrganisationAsync(server.Database, OrganisationKind.University),
            await Callers.OrganisationAsync(server.Database, OrganisationKind.Enterprise),
            await Callers.OrganisationAsync(server.Database, OrganisationKind.Enterprise));
        (Owner, Provider) = (await server.AddPersonAsync(secretive, Role.Seeker), await server.AddPersonAsync(university, Role.Provider));
        (Rival, Unattached) = (await server.AddPersonAsync(rival, Role.Seeker), await server.AddPersonAsync(null, Role.Provider, Role.Seeker));

        // So many that none is ever full: whether a pair of one's own has been dispatched yet shows in its revision, and hidden needs take places, too.
        for (var i = 0; i < 40; i++)
        {
            await server.AddPersonAsync(null, Role.Manager);
        }

        // Enough organisations of the field and the place for a blind need to have a cell.
        for (var i = 0; i < 6; i++)
        {
            var other = await server.AddPersonAsync(await Callers.OrganisationAsync(server.Database, OrganisationKind.Institute), Role.Provider);
            await DoAsync(server, other, HttpMethod.Post, Calls.Listings, new { title = $"光学测量 {i}", fields = new[] { "industries:C39" }, publish = true });
        }

        foreach (var (topic, i) in Topics.Select((t, i) => (t, i)))
        {
            Listings.Add((await DoAsync(server, Provider, HttpMethod.Post, Calls.Listings, new
            {
                title = topic,
                summary = $"{topic} {Topics[(i + 3) % Topics.Length]}",
                keywords = new[] { topic },
                fields = new[] { i % 2 == 0 ? "industries:C39" : "industries:C26" },
                trl = 3 + (i % 5),
                regionCode = i % 2 == 0 ? "110108" : "310000",
                publish = true,
            })).Id);
            Needs.Add((await DoAsync(server, Rival, HttpMethod.Post, Calls.Needs, new
            {
                title = "求购" + Topics[(i + 1) % Topics.Length],
                fields = new[] { "industries:C39" },
                minTrl = 1 + i,
                regionCode = "310000",
                publish = true,
            })).Id);
        }

        // Other hidden needs, the same in both markets.
        foreach (var visibility in new[] { Visibility.Blind, Visibility.Private })
        {
            await DoAsync(server, Owner, HttpMethod.Post, Calls.Needs, Canaries.Before(visibility, publish: true));
        }

        await server.DrainAsync();
    }

    private static async Task<HashSet<Guid>> IdsAsync(Database database)
    {
        var ids = new HashSet<Guid>();
        foreach (var table in new[] { "Organisation", "Listing", "Need", "Match", "Account", "Engagement" })
        {
            ids.UnionWith((await database.ReadAsync(s => s.ListAsync<string>($"SELECT Id FROM {table}"), CancellationToken.None)).Select(Guid.Parse));
        }

        return ids;
    }
}
