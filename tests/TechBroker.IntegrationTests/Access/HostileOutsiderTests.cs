using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Engagements;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Access;

/// <summary>Ways round the front door that somebody once thought of.</summary>
internal sealed class HostileOutsiderTests : EngagementFixture
{
    [Test]
    public async Task Engagement_OnABlindNeed_ShowsNoMoreThanItsNotice()
    {
        for (var i = 0; i < 6; i++)
        {
            var other = await Actor.OfAsync(Server, "provider", await OrganisationAsync("institute"));
            (await other.PostAsync(Listings, new { title = "磁体", fields = new[] { "industries:C35" }, publish = true })).Succeeds(201);
        }

        var need = (await Seeker.PostAsync(Needs, new
        {
            title = Secret,
            fields = new[] { "future-industries:fusion", "industries:C35", "strategic-industries:new-materials" },
            regionCode = "110108",
            visibility = "blind",
            blindSummary = "求购",
            publish = true,
        })).Succeeds(201).Id;
        var notice = (await Provider.GetAsync($"{Needs}/{need}")).Succeeds().Json;
        var card = (await Provider.PostAsync(Engagements, new { listingId = await ListingAsync(), needId = need })).Succeeds(201).Json.GetProperty("need");

        Assert.Multiple(() =>
        {
            Assert.That(notice.GetProperty("regionCode").GetString(), Is.EqualTo("110000"));
            Assert.That(card.GetProperty("regionCode").GetString(), Is.EqualTo("110000"));
            Assert.That(card.GetProperty("fields").GetRawText(), Is.EqualTo(notice.GetProperty("fields").GetRawText()));
        });
    }

    [TestCase("private", 404)]
    [TestCase("blind", 403)]
    public async Task HiddenNeed_OfWhoHasDeclaredAConflict_IsClosedToTheCentresPeopleToo(string visibility, int refused)
    {
        foreach (var person in new[] { Manager, Organiser, await Actor.OfAsync(Server, "admin") })
        {
            var need = await NeedAsync(visibility);
            (await person.PostAsync(Conflicts, new { organisationId = Enterprise, kind = "holding" })).Succeeds(201);
            var path = $"{Needs}/{need}";
            var replies = new[]
            {
                await person.GetAsync($"{path}/matches"), await person.PostAsync($"{path}/publish"), await person.PostAsync($"{path}/withdraw"),
                await Server.SendAsync(HttpMethod.Put, path, new { title = "别的", visibility = "open" }, ("Authorization", $"Bearer {person.Person.Token}"), ("If-Match", "*")),
            };

            Assert.That(replies.Select(r => r.Status), Is.All.EqualTo(refused));
            var read = await person.GetAsync(path);
            Assert.That(read.Status, Is.EqualTo(visibility == "private" ? 404 : 200));
            Assert.That(string.Concat(replies.Append(read).Select(r => r.Text)), Does.Not.Contain(Secret).And.Not.Contain("110108").And.Not.Contain(Enterprise.ToString()));
        }
    }

    [Test]
    public async Task IdempotencyKey_OfSomebodyElse_AnswersNothingOfTheirs()
    {
        var (body, key) = (new { title = Secret, visibility = "private", publish = true }, ("Idempotency-Key", "2026-11-21-1"));
        var theirs = (await Seeker.PostAsync(Needs, body, key)).Succeeds(201);
        var rival = await Actor.OfAsync(Server, "seeker", await OrganisationAsync("enterprise"));
        var own = (await rival.PostAsync(Needs, body, key)).Succeeds(201);

        Assert.That(own.Id, Is.Not.EqualTo(theirs.Id));
        Assert.That(own.Headers.Keys, Does.Not.Contain("Idempotency-Replayed"));
    }

    [Test]
    public async Task Stream_FromSomebodyElsesPlace_TellsOnlyOnesOwn()
    {
        var rival = await Actor.OfAsync(Server, "seeker", await OrganisationAsync("enterprise"));
        using var owners = await EventReader.OpenAsync(Server, reader: Seeker.Person);
        var hidden = (await Seeker.PostAsync(Needs, new { title = Secret, visibility = "private", publish = true })).Succeeds(201).Id;
        var told = (await owners.NextAsync())!;
        (await Seeker.PostAsync($"{Needs}/{hidden}/withdraw")).Succeeds();

        using var stolen = await EventReader.OpenAsync(Server, told.Id, rival.Person);
        var own = (await rival.PostAsync(Needs, new { title = "自己的需求", publish = true })).Succeeds(201).Id;
        var first = (await stolen.NextAsync())!;

        Assert.That(told.Data, Does.Contain(hidden.ToString()));
        Assert.That(first.Data, Does.Contain(own.ToString()).And.Not.Contain(hidden.ToString()));
    }

    [Test]
    public async Task Organisation_NamedByAnOutsider_IsRefusedWhetherItExistsOrNot()
    {
        var (real, none) = (await Provider.PostAsync(Listings, new { title = "冒名", organisationId = Enterprise }), await Provider.PostAsync(Listings, new { title = "冒名", organisationId = Guid.NewGuid() }));

        Assert.That(real.IsProblem(403, "not-your-organisation").Detail, Is.EqualTo(none.IsProblem(403, "not-your-organisation").Detail));
    }
}
