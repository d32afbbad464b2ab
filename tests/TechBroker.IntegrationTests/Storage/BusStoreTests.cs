using System.Data.Common;
using TechBroker.Contracts.Messages;
using TechBroker.Storage;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Market;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class BusStoreTests
{
    private TestDatabase data = null!;

    [SetUp]
    public async Task CreateAsync() => data = await TestDatabase.CreateAsync();

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Inbox_SameMessage_IsReceivedOncePerConsumer()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.That(await ReceiveAsync(one, "A"), Is.True);
        Assert.That(await ReceiveAsync(one, "A"), Is.False);
        Assert.That(await ReceiveAsync(one, "B"), Is.True);
        Assert.That(await ReceiveAsync(two, "B"), Is.True);
        Assert.That(await data.Database.ReadAsync(s => InboxStore.KnownAsync(s, [one, two], "A"), CancellationToken.None), Is.EquivalentTo(new[] { one }));
    }

    [Test]
    public async Task Inbox_SameMessageAtOnceOnTwoInstances_IsReceivedOnce()
    {
        var other = data.Open();
        var id = Guid.NewGuid();
        var received = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => (i % 2 == 0 ? data.Database : other)
            .WriteAsync(s => InboxStore.ReceiveAsync(s, id, "A", Posting.Now), CancellationToken.None))));
        Assert.That(received, Has.Exactly(1).True);
    }

    [Test]
    public async Task Outbox_ManyWriters_IsReadInCommitOrderAndGoesWhenSettled()
    {
        var sent = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            var message = Message();
            sent.Add(message.MessageId);
            await PublishAsync(message);
        }

        var rows = await AfterAsync(0, 100);
        Assert.That(rows.Select(r => r.MessageId), Is.EqualTo(sent));
        Assert.That(rows.Select(r => r.Id), Is.Ordered.And.Unique);
        Assert.That((await AfterAsync(rows[3].Id, 2)).Select(r => r.MessageId), Is.EqualTo(sent[4..6]));
        Assert.That(rows[0].Open(), Is.EqualTo((typeof(NeedPosted), (object)new NeedPosted { NeedId = sent[0], Revision = 7, At = Posting.Now })));

        await data.Database.WriteAsync(
            async s =>
            {
                await OutboxStore.SettleAsync(s, sent[..9]);
                return true;
            },
            CancellationToken.None);
        Assert.That(await data.Database.ReadAsync(OutboxStore.CountAsync, CancellationToken.None), Is.EqualTo(1));
        Assert.That(await data.Database.ReadAsync(OutboxStore.OldestAsync, CancellationToken.None), Is.EqualTo(Posting.Now));
        Assert.That(await data.Database.ReadAsync(s => OutboxStore.UnsettledAsync(s, rows[9].Id), CancellationToken.None), Is.EqualTo(1));

        await data.RunAsync("DELETE FROM Outbox");
        await PublishAsync(Message());
        Assert.That((await AfterAsync(0, 1))[0].Id, Is.GreaterThan(rows[9].Id), "an id is never used again, or the relay would pass over the row");
        await data.RunAsync("DELETE FROM Outbox");
        Assert.That(await data.Database.ReadAsync(OutboxStore.OldestAsync, CancellationToken.None), Is.Null);
    }

    [TestCase("NoSuchMessage", "{}", typeof(NotSupportedException))]
    [TestCase("NeedPosted", "{", typeof(System.Text.Json.JsonException))]
    [TestCase("NeedPosted", "null", typeof(System.Text.Json.JsonException))]
    [TestCase("NeedPosted", """{"needId":"x"}""", typeof(System.Text.Json.JsonException))]
    public void Open_NotAMessage_Throws(string type, string body, Type exception) =>
        Assert.That(() => (Message() with { Type = type, Body = body }).Open(), Throws.TypeOf(exception));

    [Test]
    public async Task Parked_PageAndReplay_GiveEachOnceAndSendItAnew()
    {
        var parked = Enumerable.Range(0, 7).Select(i => Parked(Posting.Now.AddMinutes(i / 3))).ToList();
        foreach (var message in parked)
        {
            await data.Database.WriteAsync(
                async s =>
                {
                    await ParkedMessageStore.ParkAsync(s, message);
                    return true;
                },
                CancellationToken.None);
        }

        var seen = new List<ParkedMessage>();
        while (await PageAsync(seen.LastOrDefault()) is { Count: > 0 } page)
        {
            seen.AddRange(page);
        }

        Assert.That(seen, Is.EqualTo(parked.OrderByDescending(m => m.ParkedAt).ThenByDescending(m => m.Id.ToString(), StringComparer.Ordinal)));
        var one = parked[2];
        await data.Database.WriteAsync(
            async s =>
            {
                await ParkedMessageStore.ReplayAsync(s, one, Posting.Now.AddHours(1));
                return true;
            },
            CancellationToken.None);
        var row = (await AfterAsync(0, 10)).Single();
        Assert.Multiple(() =>
        {
            Assert.That((row.Type, row.Body), Is.EqualTo((one.Type, one.Body)));
            Assert.That(row.MessageId, Is.Not.EqualTo(one.MessageId), "the inbox would take it for the old one");
        });
        Assert.That(
            (await data.Database.ReadAsync(s => ParkedMessageStore.FindAsync(s, one.Id), CancellationToken.None))!.ReplayedAt,
            Is.EqualTo(Posting.Now.AddHours(1)));
    }

    [Test]
    public async Task Events_ToldByManyWriters_AreNumberedWithoutGap()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => data.Database.WriteAsync(
            s =>
            {
                s.Tell("a", new { i }, Posting.Now);
                s.Tell("b", new { i }, Posting.Now);
                return Task.FromResult(0);
            },
            CancellationToken.None)));
        var events = await data.Database.ReadAsync(s => EventStore.AfterAsync(s, MarketReader.Staff, 0, 1_000), CancellationToken.None);
        Assert.That(events.Select(e => e.Seq), Is.EqualTo(Enumerable.Range(1, 80)));
        Assert.That(events.Where((_, i) => i % 2 == 0).Zip(events.Where((_, i) => i % 2 == 1), (a, b) => a.Kind == "a" && b.Kind == "b" && a.Body == b.Body), Is.All.True);
        Assert.That((await data.Database.ReadAsync(s => EventStore.AfterAsync(s, MarketReader.Staff, 70, 5), CancellationToken.None)).Select(e => e.Seq), Is.EqualTo(Enumerable.Range(71, 5)));
        Assert.That(await data.Database.ReadAsync(EventStore.LastAsync, CancellationToken.None), Is.EqualTo(80));
    }

    [Test]
    public async Task IdempotentAnswer_SameKeyTwice_IsRefusedByTheDatabase()
    {
        var answer = new IdempotentAnswer { RequestKey = "POST /needs k", RequestHash = "h", Status = 201, Headers = "{}", Body = "{\"a\":\"中\"}", At = Posting.Now };
        await KeepAsync(answer);
        Assert.That(await data.Database.ReadAsync(s => IdempotentAnswerStore.FindAsync(s, answer.RequestKey), CancellationToken.None), Is.EqualTo(answer));
        var thrown = await Assert.CatchAsync<DbException>(() => KeepAsync(answer with { Body = "other" }));
        Assert.That(data.Dialect.IsUniqueViolation(thrown!), Is.True);
        Assert.That(await data.Database.ReadAsync(s => IdempotentAnswerStore.FindAsync(s, "POST /needs other"), CancellationToken.None), Is.Null);
    }

    private static OutboxMessage Message()
    {
        var id = Guid.NewGuid();
        return OutboxMessage.Of(id, new NeedPosted { NeedId = id, Revision = 7, At = Posting.Now }, Posting.Now);
    }

    private static ParkedMessage Parked(DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        MessageId = Guid.NewGuid(),
        Type = "NeedPosted",
        Body = "{}",
        Consumer = "C",
        Reason = "坏",
        ParkedAt = at,
    };

    private Task<IReadOnlyList<ParkedMessage>> PageAsync(ParkedMessage? after) =>
        data.Database.ReadAsync(s => ParkedMessageStore.PageAsync(s, after?.ParkedAt, after?.Id, 2), CancellationToken.None);

    private Task<IReadOnlyList<OutboxMessage>> AfterAsync(long id, int limit) =>
        data.Database.ReadAsync(s => OutboxStore.AfterAsync(s, id, limit), CancellationToken.None);

    private Task<bool> ReceiveAsync(Guid id, string consumer) =>
        data.Database.WriteAsync(s => InboxStore.ReceiveAsync(s, id, consumer, Posting.Now), CancellationToken.None);

    private Task<bool> PublishAsync(OutboxMessage message) => data.Database.WriteAsync(
        async s =>
        {
            await s.PublishAsync(message);
            return true;
        },
        CancellationToken.None);

    private Task<bool> KeepAsync(IdempotentAnswer answer) => data.Database.WriteAsync(
        async s =>
        {
            await IdempotentAnswerStore.InsertAsync(s, answer);
            return true;
        },
        CancellationToken.None);
}
