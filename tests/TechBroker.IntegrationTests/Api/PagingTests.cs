using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

internal sealed class PagingTests : OnOneServer
{
    [Test]
    public async Task Listings_NewestFirst_CoverEveryOneOnceWhileOthersArePosted()
    {
        var expected = await PostManyAsync("翻页", 13);

        var seen = await Server.AllIdsAsync(Listings, 3, () => Server.PostListingAsync("翻页时新来的"));

        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.Unique);
            Assert.That(seen.Where(expected.Contains), Is.EqualTo(Enumerable.Reverse(expected)));
        });
    }

    [Test]
    public async Task Listings_ByWords_CoverEveryOneOnceWhileOthersArePosted()
    {
        var expected = await PostManyAsync("cryogenic valve", 13);

        // Each newcomer makes the words commoner and so changes every score.
        var seen = await Server.AllIdsAsync($"{Listings}?q=cryogenic%20valve", 3, () => Server.PostListingAsync("cryogenic pump, an entirely different thing"));

        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.Unique);
            Assert.That(expected, Is.SubsetOf(seen));
        });
    }

    [Test]
    public async Task Listings_ByWords_GoOnWhereTheLastOfThePageWasWithdrawn()
    {
        var expected = await PostManyAsync("氦气回收", 6);
        var first = await GetAsync($"{Listings}?q=氦气回收&limit=3");
        (await PostAsync($"{Listings}/{first.Ids[2]}/withdraw", null)).Succeeds();

        var second = await GetAsync($"{Listings}?q=氦气回收&limit=200&cursor={first.Json.GetProperty("next").GetString()}");

        Assert.That(first.Ids.Concat(second.Ids).Intersect(expected), Is.EquivalentTo(expected));
    }

    [Test]
    public async Task Cursor_OfAnotherList_IsRefused()
    {
        await PostManyAsync("别处", 2);
        await Server.PostNeedAsync("别处一");
        var need = await Server.PostNeedAsync("别处二");
        var listings = await NextAsync($"{Listings}?limit=1");
        var words = await NextAsync($"{Listings}?q=别处&limit=1");
        var needs = await NextAsync($"{Needs}?limit=1");

        (await GetAsync($"{Needs}?cursor={listings}")).Breaks("cursor");
        (await GetAsync($"{Listings}?cursor={needs}")).Breaks("cursor");
        (await GetAsync($"{Organisations}?cursor={listings}")).Breaks("cursor");
        (await GetAsync($"{Listings}?q=别处&cursor={listings}")).Breaks("cursor");
        (await GetAsync($"{Listings}?cursor={words}")).Breaks("cursor");
        (await GetAsync($"{Listings}?q=其他&cursor={words}")).Breaks("cursor");
        (await GetAsync($"{Needs}/{need}/matches?cursor={listings}")).Breaks("cursor");
        (await GetAsync($"{Needs}/{need}/matches?cursor={words}")).Breaks("cursor");
        (await GetAsync($"/api/v1/parked-messages?cursor={listings}")).Breaks("cursor");
    }

    [Test]
    public async Task Last_Page_HasNoNext()
    {
        await PostManyAsync("最后一页", 2);

        Assert.That((await GetAsync($"{Listings}?q=最后一页&limit=200")).Json.GetProperty("next").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
    }

    private async Task<List<Guid>> PostManyAsync(string title, int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await Server.PostListingAsync($"{title} {i}"));
        }

        return ids;
    }

    private async Task<string> NextAsync(string path) => (await GetAsync(path)).Succeeds().Json.GetProperty("next").GetString()!;
}
