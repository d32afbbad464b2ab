using Microsoft.Extensions.DependencyInjection;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using TechBroker.IntegrationTests.Workers;

namespace TechBroker.IntegrationTests.Api;

internal sealed class LateListenerTests
{
    [Test]
    public async Task Stream_ComingBackAfterEventsAreGone_IsToldToReadAnewAndGoesOnFromNow()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var server = await TestServer.StartAsync(settings => settings.Retention.EventDays = 1, services: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await server.PostNeedAsync("寻找脑机接口电极");
        LiveEvent seen;
        using (var stream = await EventReader.OpenAsync(server))
        {
            await server.PostListingAsync("脑机接口电极");
            seen = (await stream.NextAsync())!;
        }

        clock.Advance(TimeSpan.FromHours(20));
        using (var early = await EventReader.OpenAsync(server, seen.Id))
        {
            await server.PostListingAsync("脑机接口电极二");
            Assert.That((await early.NextAsync())!.Kind, Is.Not.EqualTo("resync"));
        }

        clock.Advance(TimeSpan.FromHours(5));
        await server.Database.WriteAsync(s => s.RunAsync("UPDATE LoginSession SET AccessExpiresAt = @at, EndsAt = @at", new { at = clock.GetUtcNow().AddDays(1) }), CancellationToken.None);
        using var late = await EventReader.OpenLateAsync(server, seen.Id);
        var told = (await late.NextAsync())!;
        Assert.That((told.Kind, told.Data), Is.EqualTo(("resync", "{}")));
        Assert.That(told.Id, Is.Not.Empty.And.Not.EqualTo(seen.Id));
    }
}
