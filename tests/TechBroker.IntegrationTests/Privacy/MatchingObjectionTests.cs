using System.Text.Json;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Privacy;

internal sealed class MatchingObjectionTests : PrivacyFixture
{
    private const string Topic = "深海机器人水密耐压电机驱动";

    [Test]
    public async Task Object_AndTakeBack_MatchesGoAndComeForBothSides()
    {
        var person = await PersonAsync(null, Role.Provider);
        var mine = (await SendAsync(person, HttpMethod.Post, Calls.Listings, new { title = Topic, publish = true })).Succeeds(201).Id;
        var other = await Server.PostListingAsync(Topic + "组件");
        var need = await Server.PostNeedAsync(Topic);
        await Server.DrainAsync();
        Assert.That(await ListingsOfAsync(need), Does.Contain(mine).And.Contain(other));

        var answer = (await ObjectAsync(person, true)).Json;
        Assert.That((answer.GetProperty("listings").GetInt32(), answer.GetProperty("needs").GetInt32()), Is.EqualTo((1, 0)));
        Assert.That(await ListingsOfAsync(need), Does.Not.Contain(mine).And.Contain(other), "gone at once");
        await Server.DrainAsync();

        // A need that comes now is ranked without it, too, and what it says later.
        var later = await Server.PostNeedAsync(Topic + "方案");
        var posted = (await SendAsync(person, HttpMethod.Post, Calls.Listings, new { title = Topic + "第二件", publish = true })).Succeeds(201);
        Assert.That(posted.Warnings, Does.Contain("not-matched"));
        await Server.DrainAsync();
        Assert.That(await ListingsOfAsync(later), Does.Not.Contain(mine).And.Not.Contain(posted.Id).And.Contain(other));
        Assert.That(await FirstAsync<int>("SELECT COUNT(*) FROM Match WHERE ListingId = @Id", new { posted.Id }), Is.Zero);

        Assert.That((await SendAsync(person, HttpMethod.Get, $"{Calls.Listings}/{mine}")).Warnings, Does.Contain("not-matched"));
        Assert.That((await GetAsync($"{Calls.Listings}/{mine}")).Warnings, Is.Empty, "nobody else is told who objects");
        Assert.That((await GetAsync($"{Calls.Listings}?q={Topic}")).Ids, Does.Contain(mine).And.Contain(posted.Id), "still searched");
        Assert.That((await SendAsync(person, HttpMethod.Get, Me)).Json.GetProperty("matchingObjected").GetBoolean(), Is.True);

        await ObjectAsync(person, false);
        await Server.DrainAsync();
        Assert.That(await ListingsOfAsync(need), Does.Contain(mine));
        Assert.That(await ListingsOfAsync(later), Does.Contain(mine).And.Contain(posted.Id));
        Assert.That((await SendAsync(person, HttpMethod.Get, $"{Calls.Listings}/{mine}")).Warnings, Is.Empty);
    }

    [Test]
    public async Task Object_OwnNeedAndOrganisationsListing_TakesOutTheOwnAlone()
    {
        const string topic = "甘蔗渣制备纳米纤维素包装膜";
        var university = await OrganisationAsync();
        var person = await PersonAsync(university, Role.Provider);
        var seeker = await PersonAsync(null, Role.Seeker);
        var listing = (await SendAsync(person, HttpMethod.Post, Calls.Listings, new { title = topic, publish = true })).Succeeds(201).Id;
        var need = (await SendAsync(seeker, HttpMethod.Post, Calls.Needs, new { title = topic, publish = true, visibility = "blind" })).Succeeds(201).Id;
        await Server.DrainAsync();
        Assert.That((await ObjectAsync(person, true)).Json.GetProperty("listings").GetInt32(), Is.Zero);
        Assert.That(await ListingsOfAsync(need), Does.Contain(listing), "the organisation's listing is the organisation's");
        await ObjectAsync(seeker, true);
        await Server.DrainAsync();
        Assert.That(await ListingsOfAsync(need), Is.Empty);
        (await SendAsync(seeker, HttpMethod.Post, $"{Me}/matching-objection", new { })).Breaks("objects");
        var audit = (await GetAsync($"/api/v1/audit?action=account.matching&subjectId={seeker.Id}")).Items;
        Assert.That(audit.Select(e => e.GetProperty("action").GetString()), Is.EqualTo(new[] { "account.matchingObjected" }));
    }

    private async Task<Reply> ObjectAsync(Person person, bool objects) => (await SendAsync(person, HttpMethod.Post, $"{Me}/matching-objection", new { objects })).Succeeds();

    private async Task<List<Guid>> ListingsOfAsync(Guid need) =>
        [.. (await GetAsync($"{Calls.Needs}/{need}/matches")).Succeeds().Items.Select((JsonElement m) => m.GetProperty("listingId").GetGuid())];
}
