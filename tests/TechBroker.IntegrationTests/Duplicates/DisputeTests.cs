using TechBroker.IntegrationTests.Engagements;
using TechBroker.IntegrationTests.Imports.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Duplicates;

/// <summary>Two owners claim one number: the later publication waits for an organiser, and learns nothing of what is hidden.</summary>
internal sealed class DisputeTests : DuplicateFixture
{
    private Actor rival = null!;

    [SetUp]
    public async Task RivalAsync() => rival = await Actor.OfAsync(Server, "provider", await OrganisationAsync("institute"));

    [Test]
    public async Task Publish_NumberOfAnotherOwner_WaitsForTheDecision()
    {
        var patent = Patent();
        var first = (await Provider.PostAsync(Listings, Listing(patent))).Succeeds(201).Id;
        (await rival.PostAsync(Listings, Listing(patent))).IsProblem(409, "ownership-dispute");
        var draft = (await rival.PostAsync(Listings, Listing(patent, publish: false))).Succeeds(201).Id;

        var refused = (await rival.PostAsync($"{Listings}/{draft}/publish")).IsProblem(409, "ownership-dispute");
        var pair = await PairOfAsync(Organiser, draft);
        var path = $"{Duplicates}/{pair.GetProperty("id").GetGuid()}";

        Assert.Multiple(async () =>
        {
            Assert.That(refused.Detail, Does.Contain(first.ToString()), "what is published is named");
            Assert.That(refused.Text, Does.Not.Contain(University.ToString()));
            Assert.That((pair.GetProperty("sameOwner").GetBoolean(), pair.GetProperty("because").GetString()), Is.EqualTo((false, "patentNumber")));
            Assert.That(await HasPairAsync(rival, draft) || await HasPairAsync(Provider, first), Is.False, "each would learn what the other has");
            (await rival.GetAsync(path)).IsProblem(404, "duplicate-not-found");
            (await Manager.PostAsync($"{path}/resolve", new { decision = "both" })).IsProblem(403, "not-allowed");
            (await Organiser.PostAsync($"{path}/merge", new { keep = first })).IsProblem(409, "duplicate-of-two-owners");
            (await Organiser.PostAsync($"{path}/resolve", new { decision = "c" })).Breaks("decision");
        });

        (await Organiser.PostAsync($"{path}/resolve", new { decision = "b", note = "专利权转让已登记" })).Succeeds();
        (await rival.PostAsync($"{Listings}/{draft}/publish")).Succeeds();
        Assert.That(StateOf(await Provider.GetAsync($"{Listings}/{first}")), Is.EqualTo("suspended"));
        (await Provider.PostAsync($"{Listings}/{first}/publish")).IsProblem(409, "ownership-dispute");

        (await Organiser.PostAsync($"{path}/resolve", new { decision = "both" })).Succeeds();
        (await Provider.PostAsync($"{Listings}/{first}/publish")).Succeeds();
    }

    [Test]
    public async Task Publish_NumberOfAHiddenDraft_IsAsIfItWereNot()
    {
        var (claimed, free) = (Patent(), Patent());
        var hidden = (await Provider.PostAsync(Listings, Listing(claimed, publish: false))).Succeeds(201).Id;

        var (one, other) = ((await rival.PostAsync(Listings, Listing(claimed, title: "同样的请求"))).Succeeds(201), (await rival.PostAsync(Listings, Listing(free, title: "同样的请求"))).Succeeds(201));

        Assert.That(one.Json.EnumerateObject().Select(p => p.Name), Is.EqualTo(other.Json.EnumerateObject().Select(p => p.Name)));
        Assert.That(one.Text, Does.Not.Contain(hidden.ToString()));
        (await Provider.PostAsync($"{Listings}/{hidden}/publish")).IsProblem(409, "ownership-dispute");
    }

    [Test]
    public async Task Put_NumberOfAnotherOwnerIntoAnOpenListing_IsRefused()
    {
        var patent = Patent();
        (await Provider.PostAsync(Listings, Listing(patent))).Succeeds(201);
        var open = (await rival.PostAsync(Listings, Listing())).Succeeds(201).Id;

        (await PutAsync($"{Listings}/{open}", new { title = "加上号码", ip = new[] { new { type = "patent", number = patent } } }, ("If-Match", "*"))).IsProblem(409, "ownership-dispute");
    }

    [Test]
    public async Task Publish_SameTextOfAnotherOwner_IsListedForTheCentreAndWaitsForNobody()
    {
        var title = $"同题{Guid.NewGuid():N}";
        (await Provider.PostAsync(Listings, Listing(title: title))).Succeeds(201);
        var later = (await rival.PostAsync(Listings, Listing(title: title))).Succeeds(201).Id;

        var pair = await PairOfAsync(Manager, later);
        Assert.That((pair.GetProperty("sameOwner").GetBoolean(), pair.GetProperty("because").GetString()), Is.EqualTo((false, "title")));
        (await Organiser.PostAsync($"{Duplicates}/{pair.GetProperty("id").GetGuid()}/resolve", new { decision = "a" })).IsProblem(409, "duplicate-no-dispute");
        (await Organiser.PostAsync($"{Duplicates}/{pair.GetProperty("id").GetGuid()}/dismiss")).Succeeds();
    }

    [Test]
    public async Task Import_NumberOfAnotherOwner_ComesInAsADraftWithAWarning()
    {
        var patent = Patent();
        (await Provider.PostAsync(Listings, Listing(patent))).Succeeds(201);

        var job = (await Server.ImportAsync("listings", $"编号,标题,知识产权\nD-1,有争议的成果,发明专利 {patent} 已授权\nD-2,无争议的成果,\n", ("organisationId", $"{rival.OrganisationId}"), ("publish", "true"))).Counts(created: 2);

        var states = (await GetAsync($"{Listings}?organisationId={rival.OrganisationId}")).Items.ToDictionary(i => i.GetProperty("externalRef").GetString()!, i => i.GetProperty("state").GetString());
        Assert.That(states, Is.EqualTo(new Dictionary<string, string?> { ["D-1"] = "draft", ["D-2"] = "published" }));
        Assert.That((await GetAsync($"{Uploads.ImportsPath}/{job.Id}/errors")).Text, Does.Contain("ownership-dispute").And.Contain("warning"));
    }
}
