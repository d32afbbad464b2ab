using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests;

/// <summary>The main job as its users see it: post, and find the explained match.</summary>
internal sealed class JourneyTests
{
    [Test]
    public async Task Need_PostedAfterTheListing_FindsItWithReasons()
    {
        await using var server = await TestServer.StartAsync();
        var listing = await server.PostListingAsync("高韧性立方氮化硼单晶合成工艺", new { keywords = new[] { "立方氮化硼", "单晶", "高温高压合成" } });
        var need = await server.PostNeedAsync("寻求高韧性立方氮化硼单晶的研制技术");

        await Eventually.BecomesAsync(
            async () => (await server.GetAsync($"/api/v1/needs/{need}/matches")).GetProperty("items").GetArrayLength() == 1, "the match");

        var match = (await server.GetAsync($"/api/v1/needs/{need}/matches")).GetProperty("items")[0];
        Assert.Multiple(() =>
        {
            Assert.That(match.GetProperty("listingId").GetGuid(), Is.EqualTo(listing));
            Assert.That(match.GetProperty("score").GetDouble(), Is.InRange(0.1, 1));
            Assert.That(match.GetProperty("reasons")[0].GetProperty("terms").EnumerateArray().Select(t => t.GetString()), Has.Some.Contains("立方氮化硼"));
            Assert.That(match.GetProperty("reasons")[0].GetProperty("text").GetString(), Is.Not.Empty);
        });
    }
}
