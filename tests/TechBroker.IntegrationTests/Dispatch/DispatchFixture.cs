using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Composition;
using TechBroker.IntegrationTests.Engagements;
using TechBroker.IntegrationTests.Support;
using TechBroker.IntegrationTests.Workers;
using TechBroker.Storage.Leases;
using TechBroker.Workers.Dispatch;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Dispatch;

/// <summary>A server for each test, where every match becomes an engagement, a manager has an hour for it, and the test moves the clock.</summary>
internal abstract class DispatchFixture
{
    protected const string Engagements = "/api/v1/engagements", Secret = "canaryterm", Topic = "质子交换膜水电解膜电极";

    protected TestServer Server { get; private set; } = null!;

    protected ManualClock Clock { get; private set; } = null!;

    protected Guid University { get; private set; }

    protected Guid Enterprise { get; private set; }

    protected Actor Provider { get; private set; } = null!;

    protected Actor Seeker { get; private set; } = null!;

    protected Actor Organiser { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Clock = new ManualClock(DateTimeOffset.UtcNow);
        Server = await TestServer.StartAsync(
            settings =>
            {
                (settings.Dispatch.MinLevel, settings.Workers.ProposeLevel, settings.Dispatch.AcceptWithinHours) = (1, 1, 1);
                settings.Workers.PollMilliseconds = 20;
                Configure(settings);
            },
            services: builder => builder.Services.AddSingleton<TimeProvider>(Clock));
        (University, Enterprise) = (await OrganisationAsync("university"), await OrganisationAsync("enterprise"));
        (Provider, Seeker) = (await Actor.OfAsync(Server, "provider", University), await Actor.OfAsync(Server, "seeker", Enterprise));
        Organiser = await Actor.OfAsync(Server, "organiser");
    }

    [TearDown]
    public async Task StopAsync() => await Server.DisposeAsync();

    protected virtual void Configure(Settings settings)
    {
    }

    protected Task<Actor> ManagerAsync(Guid? organisationId = null) => Actor.OfAsync(Server, "manager", organisationId);

    protected async Task<Actor[]> ManagersAsync(int count)
    {
        var managers = new Actor[count];
        for (var i = 0; i < count; i++)
        {
            managers[i] = await ManagerAsync();
        }

        return managers;
    }

    protected async Task<Guid> OrganisationAsync(string kind) =>
        (await Server.SendAsync(HttpMethod.Post, Organisations, new { name = $"单位{Guid.NewGuid():N}", kind, regionCode = "110000" })).Succeeds(201).Id;

    /// <summary>Later than whatever came before it, as everything that people do.</summary>
    protected async Task<Guid> ListingAsync(string title = Topic)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return (await Provider.PostAsync(Listings, new { title, keywords = new[] { title }, fields = new[] { "industries:C39" }, publish = true })).Succeeds(201).Id;
    }

    protected async Task<Guid> NeedAsync(string visibility = "open", string title = Topic)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return (await Seeker.PostAsync(Needs, new
        {
            title,
            keywords = new[] { title },
            description = visibility == "open" ? null : Secret,
            fields = new[] { "industries:C39" },
            visibility,
            blindSummary = visibility == "open" ? null : "寻求合作",
            publish = true,
        })).Succeeds(201).Id;
    }

    /// <summary>A pair that matches, and everything that follows from it has happened.</summary>
    protected async Task<(Guid Listing, Guid Need)> PairAsync(string visibility = "open")
    {
        var (listing, need) = (await ListingAsync(), await NeedAsync(visibility));
        await Server.DrainAsync();
        return (listing, need);
    }

    /// <summary>A pair that the program has proposed.</summary>
    protected async Task<Guid> ProposedAsync(string visibility = "open")
    {
        await PairAsync(visibility);
        return (await AllAsync()).Single().GetProperty("id").GetGuid();
    }

    /// <summary>To the organiser, newest first.</summary>
    protected async Task<JsonElement[]> AllAsync(string query = "") => (await Organiser.GetAsync($"{Engagements}?limit=200{query}")).Succeeds().Items;

    protected async Task<JsonElement> ReadAsync(Guid id) => (await Organiser.GetAsync($"{Engagements}/{id}")).Succeeds().Json;

    protected async Task<Guid?> ManagerOfAsync(Guid id) => ManagerOf(await ReadAsync(id));

    protected static Guid? ManagerOf(JsonElement body) => Text(body, "managerId") is { } id ? Guid.Parse(id) : null;

    protected static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    protected static Guid[] IdsOf(IEnumerable<Actor> actors) => [.. actors.Select(a => a.Id)];

    protected async Task<int> SweepAsync()
    {
        await using var lease = await HeldLease.TryTakeAsync(Server.Database, Clock, "test", TimeSpan.FromMinutes(1), CancellationToken.None);
        return await Server.App.Services.GetRequiredService<DispatchRun>().SweepAsync(lease!, CancellationToken.None);
    }

    protected async Task LapseAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(61));
        await SweepAsync();
    }

    protected Task<int> CountAsync(string table) => Server.Database.ReadAsync(s => s.FirstAsync<int>($"SELECT COUNT(*) FROM {table}"), CancellationToken.None);
}
