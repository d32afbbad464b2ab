using TechBroker.Composition;

namespace TechBroker.IntegrationTests.Dispatch;

/// <summary>Two sides that found each other by themselves need a manager to introduce them.</summary>
internal sealed class AgreedSidesTests : DispatchFixture
{
    [Test]
    public async Task Interest_OfBothSides_GetsThemAManager()
    {
        var manager = await ManagerAsync();
        var (listing, need) = (await ListingAsync(), await NeedAsync(title: "废旧轮胎裂解炭黑"));
        await Server.DrainAsync();
        var id = (await Seeker.PostAsync(Engagements, new { listingId = listing, needId = need })).Succeeds(201).Id;
        await SweepAsync();
        Assert.That(await ManagerOfAsync(id), Is.Null, "one side alone has asked for nobody");

        (await Provider.PostAsync($"{Engagements}/{id}/interest")).Succeeds();
        await SweepAsync();

        Assert.That(await ManagerOfAsync(id), Is.EqualTo(manager.Id));
        (await manager.PostAsync($"{Engagements}/{id}/accept")).Succeeds();
        (await manager.PostAsync($"{Engagements}/{id}/introduce")).Succeeds();
    }

    // The pair is none that the program would propose.
    protected override void Configure(Settings settings) => (settings.Workers.ProposeLevel, settings.Dispatch.MinLevel) = (4, 4);
}
