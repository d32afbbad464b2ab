using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>Whom the live stream tells that an engagement went on: those who may see it, by its id alone.</summary>
internal sealed class EngagementStreamTests : EngagementFixture
{
    [TestCase("open", 3)]
    [TestCase("blind", 3)]
    [TestCase("private", 0)]
    public async Task Steps_BeforeTheIntroduction_AreToldToThoseWhoMaySeeThem(string visibility, int toListing)
    {
        var elsewhere = await OrganisationAsync("university");
        var stranger = await Actor.OfAsync(Server, "provider", elsewhere);
        using var atListing = await EventReader.OpenAsync(Server, null, Provider.Person);
        using var atNeed = await EventReader.OpenAsync(Server, null, Seeker.Person);
        using var atCentre = await EventReader.OpenAsync(Server, null, Manager.Person);
        using var atStranger = await EventReader.OpenAsync(Server, null, stranger.Person);

        var path = await MutualAsync(await NeedAsync(visibility));

        var told = $$"""{"engagementId":"{{path.Split('/')[^1]}}"}""";
        Assert.That(await HeardAsync(atListing, await ListingAsync()), Is.EqualTo(Enumerable.Repeat(told, toListing)));
        Assert.That(await HeardAsync(atNeed, await NeedAsync("private"), told), Is.EqualTo(Enumerable.Repeat(told, 3)));
        Assert.That(await HeardAsync(atCentre, await ListingAsync(), told), Is.EqualTo(Enumerable.Repeat(told, 3)), "logged, and one interest for each side");
        var own = (await PostAsync(Listings, new { title = "与此无关的成果", organisationId = elsewhere, publish = true })).Succeeds(201).Id;
        Assert.That(await HeardAsync(atStranger, own), Is.Empty);
    }

    [Test]
    public async Task Introduction_OfAPrivateNeed_IsToldToTheListingsSide()
    {
        var path = await MutualAsync(await NeedAsync("private"));
        using var stream = await EventReader.OpenAsync(Server, null, Provider.Person);

        (await Manager.PostAsync($"{path}/introduce")).Succeeds();

        Assert.That(await HeardAsync(stream, await ListingAsync()), Is.Not.Empty.And.All.Contains(path.Split('/')[^1]));
    }

    // What is told of engagements until the reader is told of an item that was posted last.
    private static async Task<List<string>> HeardAsync(EventReader stream, Guid last, string? only = null)
    {
        var heard = new List<string>();
        while (await stream.NextAsync() is { } live && !(live.Kind == "matchesScored" && live.Data.Contains($"{last}", StringComparison.Ordinal)))
        {
            Assert.That(live.Data, Does.Not.Contain(Secret));
            if (live.Kind == "engagementChanged" && (only is null || live.Data == only))
            {
                heard.Add(live.Data);
            }
        }

        return heard;
    }
}
