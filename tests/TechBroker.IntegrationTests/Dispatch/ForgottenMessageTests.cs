using TechBroker.Composition;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Leases;
using TechBroker.Workers.Periodic;

namespace TechBroker.IntegrationTests.Dispatch;

/// <summary>Every message once more, after the inbox has forgotten it: scoring, dispatch and notices have keys of their own.</summary>
internal sealed class ForgottenMessageTests : DispatchFixture
{
    private static readonly string[] Effects = ["Match", "Engagement", "EngagementLog", "Notice", "Delivery", "Event WHERE Kind = 'matchProposed'", "ParkedMessage"];

    protected override void Configure(Settings settings) => (settings.Retention.InboxDays, settings.Dispatch.AcceptWithinHours) = (2, 720);

    [Test]
    public async Task Messages_AfterTheInboxHasForgottenThem_DoNothingTwice()
    {
        await ManagerAsync();

        // The table's rows go as they are dealt with; what was in it is written down beside it.
        await RunAsync("CREATE TABLE Seen AS SELECT MessageId, Type, Body, CreatedAt FROM Outbox WHERE 1 = 0");
        await RunAsync("CREATE TRIGGER TR_Seen AFTER INSERT ON Outbox BEGIN INSERT INTO Seen VALUES (NEW.MessageId, NEW.Type, NEW.Body, NEW.CreatedAt); END");
        await ProposedAsync();
        await RunAsync("DROP TRIGGER TR_Seen");
        var messages = await Server.Database.ReadAsync(s => s.ListAsync<OutboxMessage>("SELECT MessageId, Type, Body, CreatedAt FROM Seen"), CancellationToken.None);
        Assert.That(messages.Select(m => m.Type), Does.Contain("NeedPosted").And.Contain("MatchProposed").And.Contain("EngagementChanged"));
        var before = await EffectsAsync();
        Assert.That(before[..4], Is.All.GreaterThan(0));

        Clock.Advance(TimeSpan.FromDays(3));
        await using (var lease = await HeldLease.TryTakeAsync(Server.Database, Clock, "test", TimeSpan.FromMinutes(1), CancellationToken.None))
        {
            await new BusRound(new RetentionOptions { InboxDays = 2 }, Clock).RunAsync(lease!, CancellationToken.None);
        }

        Assert.That(await FirstAsync("SELECT COUNT(*) FROM Inbox"), Is.Zero);
        await Server.Database.WriteAsync(
            async s =>
            {
                foreach (var message in messages)
                {
                    await s.PublishAsync(message);
                }
            },
            CancellationToken.None);
        await Eventually.BecomesAsync(async () => await FirstAsync("SELECT COUNT(*) FROM Outbox") == 0, "all of them to be dealt with");
        Assert.That(await EffectsAsync(), Is.EqualTo(before), string.Join(", ", Effects));
        Assert.That(await FirstAsync("SELECT COUNT(*) FROM Inbox"), Is.Not.Zero, "they were taken for new");
    }

    private async Task<int[]> EffectsAsync()
    {
        var counts = new List<int>();
        foreach (var effect in Effects)
        {
            counts.Add(await FirstAsync($"SELECT COUNT(*) FROM {effect}"));
        }

        return [.. counts];
    }

    private Task<int> FirstAsync(string sql) => Server.Database.ReadAsync(s => s.FirstAsync<int>(sql), CancellationToken.None);

    private Task RunAsync(string sql) => Server.Database.WriteAsync(s => s.RunAsync(sql), CancellationToken.None);
}
