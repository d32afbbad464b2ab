using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Logging.Abstractions;
using TechBroker.Contracts.Messages;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Processes;
using TechBroker.Workers;
using TechBroker.Workers.Relay;

namespace TechBroker.IntegrationTests.Workers;

/// <summary>The relay alone, with consumers that only note what arrives and settle nothing.</summary>
internal sealed class When_the_relay_runs
{
    private readonly ManualClock clock = new(Posting.Now);
    private ConcurrentQueue<Guid> arrived = null!;
    private TestDatabase data = null!;
    private IBusControl bus = null!;
    private OutboxRelay? relay;

    [SetUp]
    public async Task CreateAsync()
    {
        (relay, arrived, data) = (null, [], await TestDatabase.CreateAsync());
        bus = Bus.Factory.CreateUsingInMemory(transport => transport.ReceiveEndpoint("notes", endpoint =>
        {
            endpoint.Handler<NeedPosted>(Note);
            endpoint.Handler<MatchesScored>(Note);
        }));
        await bus.StartAsync();
    }

    [TearDown]
    public async Task DisposeAsync()
    {
        await (relay?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
        relay?.Dispose();
        await bus.StopAsync();
        await data.DisposeAsync();
    }

    [Test]
    public async Task Should_send_at_start_what_an_earlier_process_left()
    {
        var left = await WriteAsync(700);
        await StartAsync();
        await ArrivedAsync(700);
        Assert.That(arrived, Is.EquivalentTo(left));
        Assert.That(await data.CountAsync("Outbox"), Is.EqualTo(700), "a row stays until its consumer has committed");
    }

    [Test]
    public async Task Should_settle_what_nobody_here_consumes()
    {
        await StartAsync();
        var message = OutboxMessage.Of(
            Guid.NewGuid(), new MatchesScored { Side = "need", ItemId = Guid.NewGuid(), Revision = 1, Matches = 3, EngineVersion = "1", At = Posting.Now }, Posting.Now);
        await WriteAsync(message);
        await Eventually.BecomesAsync(async () => await data.CountAsync("Outbox") == 0, "the row to go");
        await ArrivedAsync(1);
    }

    [TestCase("NoSuchMessage", "{}", "NotSupportedException")]
    [TestCase("NeedPosted", "{\"needId\":", "JsonException")]
    [TestCase("NeedPosted[", "{}", "")]
    [TestCase("", "{}", "")]
    public async Task Should_park_a_row_that_it_cannot_read_and_go_on(string type, string body, string reason)
    {
        var bad = new OutboxMessage { MessageId = Guid.NewGuid(), Type = type, Body = body, CreatedAt = Posting.Now };
        await WriteAsync(bad);
        var good = await WriteAsync(1);
        await StartAsync();
        await ArrivedAsync(1);
        Assert.That(arrived, Is.EqualTo(good));
        await Eventually.BecomesAsync(async () => await data.CountAsync("ParkedMessage") == 1, "the bad row to be parked");
        var parked = (await data.Database.ReadAsync(s => ParkedMessageStore.PageAsync(s, null, null, 9), CancellationToken.None)).Single();
        Assert.That((parked.MessageId, parked.Type, parked.Body, parked.Consumer), Is.EqualTo((bad.MessageId, type, body, "OutboxRelay")));
        Assert.That(parked.Reason, Does.StartWith(reason).And.Contains(": "));
        Assert.That(await data.CountAsync("Outbox"), Is.EqualTo(1));
    }

    [Test]
    public async Task Should_hold_the_limit_of_messages_in_flight()
    {
        var left = await WriteAsync(20);
        await StartAsync(inFlight: 3);
        await ArrivedAsync(3);
        Assert.That(arrived, Has.Count.EqualTo(3));
        for (var settled = 2; settled < 20; settled += 2)
        {
            await SettleAsync(left[(settled - 2)..settled]);
            await ArrivedAsync(Math.Min(20, settled + 3));
            Assert.That(arrived, Has.Count.EqualTo(Math.Min(20, settled + 3)));
        }

        Assert.That(arrived, Is.EquivalentTo(left));
    }

    [Test]
    public async Task Should_send_again_what_was_not_dealt_with_in_time_and_nothing_else()
    {
        var left = await WriteAsync(4);
        await StartAsync();
        await ArrivedAsync(4);
        await SettleAsync(left[..2]);
        clock.Advance(TimeSpan.FromSeconds(59));
        var more = await WriteAsync(1);
        await ArrivedAsync(5);
        Assert.That(arrived, Is.EquivalentTo(left.Concat(more)));
        clock.Advance(TimeSpan.FromSeconds(1));
        await ArrivedAsync(7);
        Assert.That(arrived, Is.EquivalentTo(left.Concat(more).Concat(left[2..])));

        // And again, now in another order than they were first sent in.
        clock.Advance(TimeSpan.FromSeconds(60));
        await ArrivedAsync(10);
        Assert.That(arrived.Skip(7), Is.EquivalentTo(left[2..].Concat(more)));
    }

    [Test]
    public async Task Should_not_flood_the_bus_while_the_database_cannot_be_written()
    {
        await data.RunAsync("CREATE TRIGGER Stuck BEFORE DELETE ON Outbox BEGIN SELECT RAISE(ABORT, 'stuck'); END");
        await WriteAsync(OutboxMessage.Of(
            Guid.NewGuid(), new MatchesScored { Side = "need", ItemId = Guid.NewGuid(), Revision = 1, Matches = 3, EngineVersion = "1", At = Posting.Now }, Posting.Now));
        await StartAsync();
        await ArrivedAsync(1);
        var more = await WriteAsync(1);
        await data.RunAsync("DROP TRIGGER Stuck");
        await ArrivedAsync(2);
        Assert.That(arrived.Last(), Is.EqualTo(more[0]));
        Assert.That(arrived, Has.Count.EqualTo(2), "sent once, however often settling failed");
    }

    private Task Note<T>(ConsumeContext<T> context)
        where T : class
    {
        arrived.Enqueue(context.MessageId!.Value);
        return Task.CompletedTask;
    }

    private Task StartAsync(int inFlight = 2_000)
    {
        var options = new WorkerOptions { InFlightLimit = inFlight, RedeliverAfterSeconds = 60, PollMilliseconds = 10 };
        relay = new OutboxRelay(data.Database, data.Signal, bus, new ConsumedMessages(), new ProcessState(clock), options, clock, NullLogger<OutboxRelay>.Instance);
        return relay.StartAsync(CancellationToken.None);
    }

    private Task ArrivedAsync(int count) => Eventually.BecomesAsync(() => Task.FromResult(arrived.Count >= count), $"{count} messages");

    private async Task<List<Guid>> WriteAsync(int count)
    {
        var messages = Enumerable.Range(0, count)
            .Select(_ => OutboxMessage.Of(Guid.NewGuid(), new NeedPosted { NeedId = Guid.NewGuid(), Revision = 1, At = Posting.Now }, Posting.Now)).ToArray();
        await WriteAsync(messages);
        return [.. messages.Select(m => m.MessageId)];
    }

    private Task WriteAsync(params OutboxMessage[] messages) => data.Database.WriteAsync(
        async s =>
        {
            foreach (var message in messages)
            {
                await s.PublishAsync(message);
            }

            return true;
        },
        CancellationToken.None);

    private Task SettleAsync(IEnumerable<Guid> ids) => data.Database.WriteAsync(
        async s =>
        {
            await OutboxStore.SettleAsync(s, ids);
            return true;
        },
        CancellationToken.None);
}
