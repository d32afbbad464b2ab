using System.Diagnostics;
using System.Text.Json;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Api;

internal sealed class StreamTests : OnOneServer
{
    [Test]
    public async Task Stream_AfterAPost_TellsOfTheMatchByIdsAlone()
    {
        using var stream = await EventReader.OpenAsync(Server);
        var listing = await Server.PostListingAsync("自动驾驶线控底盘", new { keywords = new[] { "线控底盘" } });
        var need = await Server.PostNeedAsync("自动驾驶线控底盘", new { keywords = new[] { "线控底盘" } });

        LiveEvent? told;
        do
        {
            told = await stream.NextAsync();
            Assert.That(told, Is.Not.Null);
        }
        while (told!.Kind != "matchProposed" || !told.Data.Contains(need.ToString(), StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            Assert.That(told.Data, Does.Contain(listing.ToString()).And.Not.Contain("底盘"));
            Assert.That(JsonElement.Parse(told.Data).ValueKind, Is.EqualTo(JsonValueKind.Object));
        });
    }

    [Test]
    public async Task Stream_WithLastEventId_ResumesWithoutLossOrRepetition()
    {
        await Server.PostNeedAsync("求购低空装备旋翼");
        using var whole = await EventReader.OpenAsync(Server);
        for (var i = 0; i < 12; i++)
        {
            await Server.PostListingAsync($"低空装备旋翼 {i}");
        }

        var all = await whole.TakeAsync(12);
        using var resumed = await EventReader.OpenAsync(Server, all[3].Id);
        var rest = await resumed.TakeAsync(8);

        Assert.Multiple(() =>
        {
            Assert.That(rest.Select(e => (e.Kind, e.Data)), Is.EqualTo(all.Skip(4).Select(e => (e.Kind, e.Data))));
            Assert.That(all.Select(e => e.Id), Is.Unique);
        });
    }

    [TestCase("999999999")]
    [TestCase("rubbish")]
    [TestCase("-1")]
    public async Task Stream_WithIdThatNeverWas_BeginsNow(string id)
    {
        await Server.PostNeedAsync("寻找脑机接口电极");
        using var stream = await EventReader.OpenAsync(Server, id);

        var listing = await Server.PostListingAsync("脑机接口电极");

        LiveEvent? told;
        do
        {
            told = await stream.NextAsync();
            Assert.That(told, Is.Not.Null);
        }
        while (!told!.Data.Contains(listing.ToString(), StringComparison.Ordinal));
    }

    [Test]
    public async Task Stream_WhenTheServerStops_EndsQuickly()
    {
        var server = await TestServer.StartAsync();
        using var stream = await EventReader.OpenAsync(server);
        var watch = Stopwatch.StartNew();

        await server.DisposeAsync();

        Assert.That(await stream.NextAsync(), Is.Null);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }
}
