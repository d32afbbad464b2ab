using System.Diagnostics;
using TechBroker.Domain.Duplicates;
using TechBroker.IntegrationTests.Engagements;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.Storage.Duplicates;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Duplicates;

/// <summary>Pairs are found when something is posted, imported or edited, and shown to those alone who may read both.</summary>
internal sealed class DetectionTests : DuplicateFixture
{
    [Test]
    public async Task Post_SamePatentOfOneOwner_IsOfferedToThemAndTheCentreAlone()
    {
        var (kept, other, pair) = await TwinsAsync();
        var stranger = await Actor.OfAsync(Server, "provider", await OrganisationAsync("institute"));
        var tied = await Actor.OfAsync(Server, "organiser", University);
        (await Colleague.PostAsync(Conflicts, new { organisationId = University, kind = "holding" })).Succeeds(201);

        var found = (await Provider.GetAsync(pair)).Succeeds().Json;
        Assert.Multiple(async () =>
        {
            Assert.That((found.GetProperty("a").GetGuid(), found.GetProperty("b").GetGuid()), Is.EqualTo((kept, other)));
            Assert.That((found.GetProperty("because").GetString(), found.GetProperty("sameOwner").GetBoolean(), found.GetProperty("kind").GetString()), Is.EqualTo(("patentNumber", true, "listing")));
            Assert.That(await HasPairAsync(Manager, kept), Is.True);
            Assert.That(await HasPairAsync(stranger, kept), Is.False);
            Assert.That(await HasPairAsync(Colleague, kept), Is.False, "a conflict of interest closes it");
            Assert.That(await HasPairAsync(tied, kept), Is.True, "their own organisation's is theirs");
            (await stranger.GetAsync(pair)).IsProblem(404, "duplicate-not-found");
            (await Colleague.GetAsync(pair)).IsProblem(404, "duplicate-not-found");
            (await stranger.PostAsync($"{pair}/merge", new { keep = kept })).IsProblem(404, "duplicate-not-found");
            (await Manager.PostAsync($"{pair}/merge", new { keep = kept })).IsProblem(403, "not-allowed");
        });
    }

    [Test]
    public async Task Import_SameTextInOtherWidthAndCase_IsFound()
    {
        var title = $"Cryo {Guid.NewGuid():N}";
        var posted = (await PostAsync(Needs, new { title, description = "要求：A、B。", organisationId = Enterprise, visibility = "private", publish = true })).Succeeds(201).Id;
        (await Server.ImportAsync("needs", $"标题,需求内容\n{title.ToUpperInvariant().Replace(' ', '　')},要求 Ａ Ｂ\n", ("organisationId", $"{Enterprise}"))).Counts(created: 1);

        Assert.That((await PairOfAsync(Seeker, posted)).GetProperty("because").GetString(), Is.EqualTo("title"));
    }

    [Test]
    public async Task Put_KeyGivenUp_EndsThePairAndADismissedOneStaysUntilItsKeyChanges()
    {
        var (kept, other, pair) = await TwinsAsync();
        (await Provider.PostAsync($"{pair}/dismiss", new { note = "不同的两代" })).Succeeds();

        (await PutAsync($"{Listings}/{other}", new { title = "改过的标题", ip = (await GetAsync($"{Listings}/{other}")).Json.GetProperty("ip") }, ("If-Match", "*"))).Succeeds();
        Assert.That(await HasPairAsync(Provider, kept), Is.False, "what they share has not changed");

        var patent = Patent();
        foreach (var id in new[] { kept, other })
        {
            (await PutAsync($"{Listings}/{id}", new { title = $"成果{id}", ip = new[] { new { type = "patent", number = patent } } }, ("If-Match", "*"))).Succeeds();
        }

        Assert.That(await HasPairAsync(Provider, kept), Is.True, "another number in common is another question");
        (await PutAsync($"{Listings}/{other}", new { title = "没有号码" }, ("If-Match", "*"))).Succeeds();
        Assert.That(await HasPairAsync(Provider, kept, "obsolete"), Is.True);
    }

    [Test]
    public async Task Withdrawn_OneOfAPair_IsNoOpenQuestion()
    {
        var (kept, other, _) = await TwinsAsync();
        (await Provider.PostAsync($"{Listings}/{other}/withdraw")).Succeeds();

        Assert.That(await HasPairAsync(Provider, kept), Is.False);
    }

    [Test]
    public async Task Fill_ItemsFromBeforeKeys_FindsTheirPairs()
    {
        var (kept, other, _) = await TwinsAsync();
        var both = new[] { $"{kept}", $"{other}" };
        await Server.Database.WriteAsync(
            async s =>
            {
                await s.RunAsync("DELETE FROM Duplicate WHERE AId IN @both OR BId IN @both", new { both });
                await s.RunAsync("DELETE FROM DuplicateKey WHERE ItemId IN @both", new { both });
            },
            CancellationToken.None);

        var without = await Server.Database.ReadAsync(s => DuplicateBackfill.WithoutKeysAsync(s, DuplicateSide.Listing, Guid.Empty, 100), CancellationToken.None);
        await Server.Database.WriteAsync(s => DuplicateBackfill.FillAsync(s, DuplicateSide.Listing, without), CancellationToken.None);

        Assert.That(without, Is.EquivalentTo(new[] { kept, other }));
        Assert.That(await HasPairAsync(Provider, kept), Is.True);
    }

    [Test]
    public async Task Post_ManyOfOneText_LinksEachToAFewAndStaysQuick()
    {
        var (before, title) = (await PairsAsync(), $"同名{Guid.NewGuid():N}");
        var took = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var start = Stopwatch.GetTimestamp();
            (await Provider.PostAsync(Listings, Listing(title: title))).Succeeds(201);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        took.Sort();
        await TestContext.Out.WriteLineAsync($"post of a listing with 3 namesakes: p50 {took[30]:F2} ms, p95 {took[57]:F2} ms");
        Assert.That(await PairsAsync() - before, Is.LessThanOrEqualTo(60 * 3));
    }

    private Task<int> PairsAsync() => Server.Database.ReadAsync(s => s.FirstAsync<int>("SELECT COUNT(*) FROM Duplicate"), CancellationToken.None);
}
