using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>A university with a listing, an enterprise with a need, two managers and an organiser on one server.</summary>
internal abstract class EngagementFixture : OnOneServer
{
    protected const string Engagements = "/api/v1/engagements", Conflicts = "/api/v1/conflicts";
    protected const string Secret = "某公司绝密磁体产线改造";

    protected Guid University { get; private set; }

    protected Guid Enterprise { get; private set; }

    protected Actor Provider { get; private set; } = null!;

    protected Actor Seeker { get; private set; } = null!;

    protected Actor Manager { get; private set; } = null!;

    protected Actor Colleague { get; private set; } = null!;

    protected Actor Organiser { get; private set; } = null!;

    [SetUp]
    public async Task PeopleAsync()
    {
        University = await OrganisationAsync("university");
        Enterprise = await OrganisationAsync("enterprise");
        Provider = await Actor.OfAsync(Server, "provider", University);
        Seeker = await Actor.OfAsync(Server, "seeker", Enterprise);
        Manager = await Actor.OfAsync(Server, "manager");
        Colleague = await Actor.OfAsync(Server, "manager");
        Organiser = await Actor.OfAsync(Server, "organiser");
    }

    protected async Task<Guid> OrganisationAsync(string kind) =>
        (await PostAsync(Organisations, new { name = $"单位{Guid.NewGuid():N}", kind, regionCode = "110000" })).Succeeds(201).Id;

    protected async Task<Guid> ListingAsync() =>
        (await PostAsync(Listings, new { title = "低温超导磁体", organisationId = University, publish = true })).Succeeds(201).Id;

    protected async Task<Guid> NeedAsync(string visibility = "blind", Guid? organisationId = null) => (await PostAsync(Needs, new
    {
        title = Secret,
        description = Secret,
        keywords = new[] { Secret },
        fields = new[] { "industries:C35", "自由词绝密" },
        regionCode = "110108",
        visibility,
        blindSummary = "某企业寻求磁体合作",
        organisationId = organisationId ?? Enterprise,
        publish = true,
    })).Succeeds(201).Id;

    protected async Task<string> LogAsync(Guid? listingId = null, Guid? needId = null, Actor? manager = null) =>
        $"{Engagements}/{(await (manager ?? Manager).PostAsync(Engagements, new { listingId = listingId ?? await ListingAsync(), needId = needId ?? await NeedAsync() })).Succeeds(201).Id}";

    protected async Task<string> MutualAsync(Guid? needId = null)
    {
        var path = await LogAsync(needId: needId);
        (await Manager.PostAsync($"{path}/interest", new { side = "need" })).Succeeds();
        (await Manager.PostAsync($"{path}/interest", new { side = "listing" })).Succeeds();
        return path;
    }

    protected async Task<string> IntroducedAsync(Guid? needId = null)
    {
        var path = await MutualAsync(needId);
        (await Manager.PostAsync($"{path}/introduce")).Succeeds();
        return path;
    }

    protected async Task<string> NegotiatingAsync(string priceMode = "negotiated", Guid? needId = null)
    {
        var path = await IntroducedAsync(needId);
        (await Manager.PostAsync($"{path}/negotiate", new { priceMode })).Succeeds();
        return path;
    }

    /// <summary>The organiser and the sides still see it; nothing but handing over and closing is possible.</summary>
    protected async Task FreezeAsync() =>
        (await Manager.PostAsync(Conflicts, new { organisationId = Enterprise, kind = "holding" })).Succeeds(201);

    protected static string? StateOf(Reply reply) => reply.Json.GetProperty("state").GetString();
}
