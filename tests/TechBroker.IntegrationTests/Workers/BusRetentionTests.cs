using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Leases;
using TechBroker.Workers.Periodic;

namespace TechBroker.IntegrationTests.Workers;

internal sealed class BusRetentionTests
{
    private readonly RetentionOptions retention = new();
    private TestDatabase data = null!;
    private ManualClock clock = null!;

    [SetUp]
    public async Task CreateAsync() => (data, clock) = (await TestDatabase.CreateAsync(), new ManualClock(Posting.Now));

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Run_InboxAndEvents_GoOnTheirDayInSeveralBatchesAndNotBefore()
    {
        var reader = Guid.NewGuid();
        await data.Database.WriteAsync(
            async s =>
            {
                for (var i = 0; i < 700; i++)
                {
                    await InboxStore.ReceiveAsync(s, Guid.NewGuid(), "c", Posting.Now);
                    s.Tell("k", new { i }, Posting.Now, reader);
                }
            },
            CancellationToken.None);
        await RunAfterAsync(retention.EventDays);
        Assert.That((await data.CountAsync("Inbox"), await data.CountAsync("Event")), Is.EqualTo((700, 700)));
        await data.Database.WriteAsync(s => { s.Tell("k", new { }, clock.GetUtcNow(), reader); return Task.CompletedTask; }, CancellationToken.None);
        await RunAfterAsync(1);
        Assert.That((await data.CountAsync("Inbox"), await data.ListAsync<long>("SELECT Seq FROM Event"), await data.ListAsync<long>("SELECT Seq FROM EventReader")),
            Is.EqualTo((700, new[] { 701L }, new[] { 701L })));
        await RunAfterAsync(retention.InboxDays - retention.EventDays);
        Assert.That(await data.CountAsync("Inbox"), Is.Zero);
    }

    [Test]
    public async Task Run_ParkedMessages_GoOnlyWhenReplayedAndOld()
    {
        var (open, replayed) = (Parked(), Parked());
        await data.Database.WriteAsync(
            async s =>
            {
                await ParkedMessageStore.ParkAsync(s, open);
                await ParkedMessageStore.ParkAsync(s, replayed);
                await ParkedMessageStore.ReplayAsync(s, replayed, Posting.Now);
            },
            CancellationToken.None);
        await RunAfterAsync(retention.ReplayedMessageDays);
        Assert.That(await data.CountAsync("ParkedMessage"), Is.EqualTo(2));
        await RunAfterAsync(1);
        Assert.That(await data.ListAsync<Guid>("SELECT Id FROM ParkedMessage"), Is.EqualTo(new[] { open.Id }));
        Assert.That(await data.CountAsync("Outbox"), Is.EqualTo(1), "a message that waits does not age");
    }

    [Test]
    public async Task Run_ProcessesAndLeases_GoWhenNotSeenForADay()
    {
        await data.RunAsync("INSERT INTO Process (Id, Role, Host, Version, StartedAt, SeenAt, Report) VALUES ('gone', 'r', 'h', 'v', @now, @now, '{}')", new { now = Posting.Now });
        await data.RunAsync("INSERT INTO Lease (Name, Holder, Fence, Until) VALUES ('import:1', 'h', 1, @now)", new { now = Posting.Now });
        await RunAfterAsync(1);
        Assert.That(await data.CountAsync("Process"), Is.EqualTo(1));
        await RunAfterAsync(1);
        Assert.That((await data.CountAsync("Process"), await data.ListAsync<string>("SELECT Name FROM Lease")), Is.EqualTo((0, new[] { "test" })));
    }

    [TestCase(BusRetention.FindInbox, "IX_Inbox_Received")]
    [TestCase(BusRetention.FindReplayed, "IX_ParkedMessage_Replayed")]
    [TestCase(BusRetention.FindEvents, "SCAN Event")]
    [TestCase(BusRetention.TakeReaders, "IX_EventReader_Seq")]
    [TestCase(BusRetention.TakeEvents, "INTEGER PRIMARY KEY")]
    public async Task Statement_IsCarriedOutByAnIndex(string sql, string expected)
    {
        await using var connection = await data.Dialect.OpenAsync(readOnly: true, CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in new[] { "@before", "@from", "@to" }.Where(sql.Contains))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, "1");
            command.Parameters.Add(parameter);
        }

        await using var plan = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await plan.ReadAsync())
        {
            steps.Add(plan.GetString(3));
        }

        Assert.That(string.Join("; ", steps), Does.Contain(expected).And.Not.Contain("TEMP B-TREE"));
    }

    [Test]
    public void Fault_NumberOutOfRange_NamesTheKey()
    {
        Assert.That(new RetentionOptions().Fault(), Is.Null);
        Assert.That(new RetentionOptions { EventDays = 0 }.Fault(), Does.StartWith("Retention:EventDays is 0"));
    }

    private static ParkedMessage Parked() => new()
    {
        Id = Guid.NewGuid(),
        MessageId = Guid.NewGuid(),
        Type = "NeedPosted",
        Body = "{}",
        Consumer = "c",
        Reason = "r",
        ParkedAt = Posting.Now,
    };

    private async Task RunAfterAsync(int days)
    {
        clock.Advance(TimeSpan.FromDays(days));
        await using var lease = await HeldLease.TryTakeAsync(data.Database, clock, "test", TimeSpan.FromMinutes(1), CancellationToken.None);
        await new BusRound(retention, clock).RunAsync(lease!, CancellationToken.None);
    }
}
