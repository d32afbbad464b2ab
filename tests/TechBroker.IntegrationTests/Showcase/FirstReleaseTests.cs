using TechBroker.Domain.Engagements;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Showcase;

internal sealed class FirstReleaseTests : ShowcaseFixture
{
    private static DateOnly Today => CentreDay.Of(DateTimeOffset.UtcNow);

    [Test]
    public async Task FirstRelease_SetEndedAndRenewed_ComesAndGoesInTheShowcase()
    {
        var none = (await AsAsync(Provider, HttpMethod.Get, ReleaseOf(Listing))).Succeeds();
        Assert.That((none.ETag, none.Json.GetProperty("shown").GetBoolean()), Is.EqualTo(("\"0\"", false)), "no first release is no error");
        (await AsAsync(Provider, HttpMethod.Delete, ReleaseOf(Listing))).IsProblem(404, "first-release-not-found");
        (await AsAsync(Provider, HttpMethod.Put, ReleaseOf(Listing), new { pitchZh = "一句话" })).IsProblem(428, "if-match-required");

        var set = (await SetAsync(Provider, Listing, new { pitchZh = " 摘得轻的采摘机器人 ", pitchEn = "Picks gently" }, none.ETag)).Succeeds();
        Assert.Multiple(() =>
        {
            Assert.That(set.Json.GetProperty("pitchZh").GetString(), Is.EqualTo("摘得轻的采摘机器人"));
            Assert.That(set.Json.GetProperty("since").GetString(), Is.EqualTo($"{Today:yyyy-MM-dd}"));
            Assert.That(set.Json.GetProperty("shown").GetBoolean(), Is.True);
        });
        var item = (await AsAsync(null, HttpMethod.Get, "/api/v1/showcase?limit=100")).Succeeds().Items.Single(i => i.GetProperty("listingId").GetGuid() == Listing);
        Assert.That((item.GetProperty("pitchEn").GetString(), item.GetProperty("trl").GetInt32(), item.GetProperty("organisationId").GetGuid()), Is.EqualTo(("Picks gently", 7, University)));
        (await SetAsync(Provider, Listing, new { pitchZh = "另一句" }, none.ETag)).IsProblem(412, "revision-changed");

        var ended = (await AsAsync(Provider, HttpMethod.Delete, ReleaseOf(Listing))).Succeeds();
        Assert.That(ended.Json.GetProperty("endedOn").GetString(), Is.EqualTo($"{Today:yyyy-MM-dd}"));
        (await AsAsync(Provider, HttpMethod.Delete, ReleaseOf(Listing))).IsProblem(409, "first-release-ended");
        Assert.That(await ShownAsync(), Does.Not.Contain(Listing));
        var outside = (await AsAsync(null, HttpMethod.Get, ReleaseOf(Listing))).Succeeds().Json;
        Assert.That(outside.GetProperty("pitchZh").GetString(), Is.Null, "what is over is not told to others");
        Assert.That((await AsAsync(Provider, HttpMethod.Get, ReleaseOf(Listing))).Json.GetProperty("pitchZh").GetString(), Is.EqualTo("摘得轻的采摘机器人"));

        (await SetAsync(Provider, Listing, new { pitchZh = "第二季" }, ended.ETag)).Succeeds();
        Assert.That(await ShownAsync(), Does.Contain(Listing));
        var actions = (await GetAsync($"/api/v1/audit?action=listing.firstRelease&subjectId={Listing}")).Succeeds();
        Assert.That(actions.Items.Select(e => e.GetProperty("action").GetString()), Is.EquivalentTo(new[] { "listing.firstReleaseSet", "listing.firstReleaseEnded", "listing.firstReleaseSet" }));
        Assert.That(actions.Text, Does.Not.Contain("采摘").And.Not.Contain("第二季"), "the record holds no words of it");
    }

    [Test]
    public async Task FirstRelease_OfAnUnpublishedListing_WaitsAndOffTheMarketIsGone()
    {
        var draft = await ListingAsync(Provider, publish: false);
        Assert.That((await SetAsync(Provider, draft, new { pitchEn = "Soon" })).Succeeds().Json.GetProperty("shown").GetBoolean(), Is.False);
        Assert.That(await ShownAsync(), Does.Not.Contain(draft));
        (await AsAsync(null, HttpMethod.Get, ReleaseOf(draft))).IsProblem(404, "listing-not-found");

        foreach (var (step, shown) in new[] { ("publish", true), ("suspend", false), ("publish", true), ("withdraw", false) })
        {
            (await AsAsync(Provider, HttpMethod.Post, $"{Calls.Listings}/{draft}/{step}")).Succeeds();
            Assert.That(await ShownAsync(), shown ? Does.Contain(draft) : Does.Not.Contain(draft), step);
        }

        (await SetAsync(Provider, draft, new { pitchEn = "Again" })).IsProblem(409, "listing-wrong-state");
        (await UploadAsync(Provider, draft, SamplePictures.Png())).IsProblem(409, "listing-wrong-state");
    }

    [Test]
    public async Task FirstRelease_FromALaterDay_IsNotYetShown()
    {
        var set = (await SetAsync(Provider, Listing, new { pitchEn = "Soon", since = Today.AddDays(3) })).Succeeds();
        Assert.That(set.Json.GetProperty("shown").GetBoolean(), Is.False);
        Assert.That(await ShownAsync(), Does.Not.Contain(Listing));
        Assert.That((await AsAsync(null, HttpMethod.Get, ReleaseOf(Listing))).Json.GetProperty("since").GetString(), Is.Null);
        (await SetAsync(Provider, Listing, new { pitchEn = "Soon", since = Today.AddYears(1).AddDays(1) })).IsProblem(422, "first-release-too-far");
    }

    [Test]
    public async Task FirstRelease_WithoutAProperLine_IsRefused()
    {
        (await SetAsync(Provider, Listing, new { pitchZh = " " })).Breaks("pitchZh");
        (await SetAsync(Provider, Listing, new { pitchZh = "第一行\n第二行", pitchEn = new string('x', 141), since = "1990-01-01" })).Breaks("pitchZh", "pitchEn", "since");
    }

    [Test]
    public async Task FirstRelease_ByOwnerAndOrganiserAlone()
    {
        var (other, manager, organiser) = (await Server.AddPersonAsync(await OrganisationAsync(), Role.Provider), await Server.AddPersonAsync(null, Role.Manager), await Server.AddPersonAsync(null, Role.Organiser));
        (await SetAsync(null, Listing, new { pitchEn = "x" })).IsProblem(401, "not-signed-in");
        (await SetAsync(other, Listing, new { pitchEn = "x" })).IsProblem(403, "not-allowed");
        (await SetAsync(manager, Listing, new { pitchEn = "x" })).IsProblem(403, "not-allowed");
        (await SetAsync(organiser, Listing, new { pitchEn = "By the centre" })).Succeeds();
        (await AsAsync(other, HttpMethod.Delete, ReleaseOf(Listing))).IsProblem(403, "not-allowed");
        (await AsAsync(organiser, HttpMethod.Delete, ReleaseOf(Listing))).Succeeds();
        var draft = await ListingAsync(Provider, publish: false);
        (await SetAsync(other, draft, new { pitchEn = "x" })).IsProblem(404, "listing-not-found");
    }

    [Test]
    public async Task FirstRelease_OfAnOrganisationThatApproves_IsItsApproversOnceItIsPublished()
    {
        var university = await OrganisationAsync(approves: true);
        var (provider, approver) = (await Server.AddPersonAsync(university, Role.Provider), await Server.AddPersonAsync(university, Role.Provider));
        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Account SET IsApprover = 1 WHERE Id = @Id", approver), CancellationToken.None);
        var listing = await ListingAsync(approver, publish: true);
        foreach (var person in new[] { provider, Server.Admin })
        {
            (await SetAsync(person, listing, new { pitchEn = "x" })).IsProblem(409, "approval-before-showing");
            (await UploadAsync(person, listing, SamplePictures.Png())).IsProblem(409, "approval-before-showing");
        }

        (await SetAsync(approver, listing, new { pitchEn = "As approved" })).Succeeds();
        (await UploadAsync(approver, listing, SamplePictures.Png())).Succeeds(201);
        (await AsAsync(Server.Admin, HttpMethod.Delete, PictureOf(listing))).Succeeds(204);
        (await AsAsync(Server.Admin, HttpMethod.Delete, ReleaseOf(listing))).Succeeds();
        (await SetAsync(provider, await ListingAsync(provider, publish: false), new { pitchEn = "A draft is anybody's of the house" })).Succeeds();
    }

    [Test]
    public async Task Showcase_InPages_IsWholeAndNewestFirst()
    {
        var mine = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            var listing = await ListingAsync(Provider, publish: true);
            (await SetAsync(Provider, listing, new { pitchZh = $"第 {i} 项", since = Today.AddDays(-i / 2) })).Succeeds();
            mine.Add(listing);
        }

        var (seen, days, next) = (new List<Guid>(), new List<string>(), "");
        do
        {
            var page = (await AsAsync(null, HttpMethod.Get, $"/api/v1/showcase?limit=2{next}")).Succeeds();
            seen.AddRange(page.Items.Select(i => i.GetProperty("listingId").GetGuid()));
            days.AddRange(page.Items.Select(i => i.GetProperty("since").GetString()!));
            next = page.Json.TryGetProperty("next", out var cursor) && cursor.GetString() is { } text ? $"&cursor={text}" : "";
        }
        while (next.Length > 0);

        Assert.That(seen, Is.Unique);
        Assert.That(mine, Is.SubsetOf(seen));
        Assert.That(days, Is.Ordered.Descending);
        (await AsAsync(null, HttpMethod.Get, "/api/v1/showcase?limit=0&cursor=x")).Breaks("limit", "cursor");
    }
}
