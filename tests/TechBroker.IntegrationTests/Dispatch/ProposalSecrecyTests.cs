using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Dispatch;

/// <summary>What the program proposes on a hidden need does not exist for the listing's side until a person stands behind it.</summary>
internal sealed class ProposalSecrecyTests : DispatchFixture
{
    [TestCase("blind")]
    [TestCase("private")]
    public async Task Proposal_OnAHiddenNeed_IsNothingToTheListingsSide(string visibility)
    {
        var managers = await ManagersAsync(3);
        using var stream = await EventReader.OpenAsync(Server, null, Provider.Person);
        var id = await ProposedAsync(visibility);
        var first = await ManagerOfAsync(id);
        (await managers.Single(m => m.Id == first).PostAsync($"{Engagements}/{id}/pass", new { reason = "region" })).Succeeds();
        await LapseAsync();

        await IsNothingAsync(id);
        var own = await ListingAsync("与此无关的另一成果");
        var heard = new List<string>();
        while (await stream.NextAsync() is { } live && !(live.Kind == "matchesScored" && live.Data.Contains($"{own}", StringComparison.Ordinal)))
        {
            heard.Add($"{live.Kind} {live.Data}");
        }

        Assert.That(heard, Is.Not.Empty.And.None.Contains($"{id}").And.None.StartsWith("engagement").And.None.StartsWith("matchProposed"));
        (await Seeker.GetAsync($"{Engagements}/{id}")).IsProblem(404, "engagement-not-found");
        var given = await ManagerOfAsync(id);
        (await managers.Single(m => m.Id == given).PostAsync($"{Engagements}/{id}/accept")).Succeeds();
        Assert.That((await Seeker.GetAsync($"{Engagements}/{id}")).Succeeds().Text, Does.Contain(Secret).Or.Contain(Topic), "a manager stands behind it");
    }

    [TestCase("blind", 200)]
    [TestCase("private", 404)]
    public async Task Accept_OnAHiddenNeed_OpensItOnlyWhereTheNeedIsKnownToExist(string visibility, int status)
    {
        var manager = await ManagerAsync();
        var id = await ProposedAsync(visibility);
        await IsNothingAsync(id);
        (await manager.PostAsync($"{Engagements}/{id}/accept")).Succeeds();
        await Server.DrainAsync();

        var seen = await Provider.GetAsync($"{Engagements}/{id}");

        Assert.That(seen.Status, Is.EqualTo(status), seen.Text);
        Assert.That(seen.Text, Does.Not.Contain(Secret).And.Not.Contain($"{Enterprise}"));
        Assert.That((await Provider.GetAsync(Engagements)).Succeeds().Items.Length, Is.EqualTo(status == 200 ? 1 : 0));
    }

    [Test]
    public async Task Post_OnABlindNeed_TellsTheListingsSideNothingOfTheProposal()
    {
        await ManagerAsync();
        var (listing, need) = await PairAsync("blind");
        var hidden = (await AllAsync()).Single().GetProperty("id").GetGuid();
        Clock.Advance(TimeSpan.FromSeconds(1));

        var posted = (await Provider.PostAsync(Engagements, new { listingId = listing, needId = need })).Succeeds(201);

        Assert.That(posted.Id, Is.Not.EqualTo(hidden));
        Assert.That((posted.Json.GetProperty("revision").GetInt32(), posted.Json.GetProperty("createdAt").GetDateTimeOffset()), Is.EqualTo((2, Clock.GetUtcNow())), "as of an engagement that was not there before");
        await Server.DrainAsync();
        await IsNothingAsync(hidden, known: 1);
        Assert.That((Text(await ReadAsync(hidden), "state"), Text(await ReadAsync(hidden), "closeReason")), Is.EqualTo(("closed", "duplicate")));
    }

    private async Task IsNothingAsync(Guid id, int known = 0)
    {
        (await Provider.GetAsync($"{Engagements}/{id}")).IsProblem(404, "engagement-not-found");
        (await Provider.GetAsync($"{Engagements}/{id}/log")).IsProblem(404, "engagement-not-found");
        (await Provider.PostAsync($"{Engagements}/{id}/interest")).IsProblem(404, "engagement-not-found");
        Assert.That((await Provider.GetAsync(Engagements)).Succeeds().Items.Length, Is.EqualTo(known));
        Assert.That((await Provider.GetAsync($"{Engagements}?state=closed")).Succeeds().Items, Is.Empty);
        Assert.That((await Provider.GetAsync("/api/v1/notices")).Succeeds().Text, Does.Not.Contain($"{id}"));
    }
}
