using System.Net;
using System.Text;
using RabbitMQ.Client;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Bus;

namespace TechBroker.IntegrationTests.Rabbit;

/// <summary>What does not come from the outbox, or cannot be dealt with: parked with its reason, never in an error queue, never again and again.</summary>
internal sealed class GarbageTests
{
    private const string Queue = "techbroker-need-closed";
    private Installation place = null!;

    [SetUp]
    public async Task CreateAsync() => place = await Installation.OnAsync(await Broker.SharedAsync());

    [TearDown]
    public async Task DisposeAsync() => await (place?.DisposeAsync() ?? default);

    [TestCase("", "unreadable")]
    [TestCase("\0\u0001\u0002 no message", "unreadable")]
    [TestCase("null", "unreadable")]
    [TestCase("{\"messageId\":\"x\"}", "unreadable")]
    [TestCase("{\"messageId\":\"ID\",\"messageType\":[\"urn:message:Somebody:Else\"],\"message\":{}}", "urn:message:Somebody:Else")]
    [TestCase("{\"messageId\":\"ID\",\"messageType\":[\"urn:message:TechBroker.Contracts.Messages:NeedPosted\"],\"message\":{\"needId\":\"11111111-1111-4111-8111-111111111111\",\"revision\":1,\"at\":\"2026-03-01T00:00:00Z\"}}", "NeedPosted")]
    [TestCase("{\"messageId\":\"ID\",\"messageType\":[\"urn:message:TechBroker.Contracts.Messages:NeedClosed\"],\"message\":{\"needId\":\"no id\"}}", "NeedClosed")]
    [TestCase("{\"messageId\":\"ID\",\"messageType\":[\"urn:message:TechBroker.Contracts.Messages:NeedClosed\"],\"message\":[]}", "NeedClosed")]
    [TestCase("{\"messageType\":[\"urn:message:TechBroker.Contracts.Messages:NeedClosed\"],\"message\":{\"needId\":\"11111111-1111-4111-8111-111111111111\",\"revision\":1,\"at\":\"2026-03-01T00:00:00Z\"}}", "NeedClosed")]
    public async Task Message_ThatIsNone_IsParkedAndItsNeighboursAreDealtWith(string body, string type)
    {
        await place.WorkAsync();
        await using var data = await OutboxRows.CreateAsync(place.Folder);
        await data.AddAsync(10);
        await SendAsync(body.Replace("ID", $"{Guid.NewGuid()}", StringComparison.Ordinal));
        await data.AddAsync(10);

        await place.CountsAsync("ParkedMessage", 1);
        var parked = (await place.Data.ListAsync<ParkedMessage>("SELECT * FROM ParkedMessage")).Single();
        Assert.That((parked.Type, parked.Consumer), Is.EqualTo((type, "NeedClosedConsumer")));
        Assert.That(parked.Reason, Is.Not.Empty);

        // A publish that a busy broker has not confirmed in ten seconds is tried again after a rest.
        await Eventually.BecomesAsync(async () => await place.Data.FirstAsync($"SELECT COUNT(*) FROM Inbox WHERE MessageId IN ({string.Join(',', data.Added.Select(id => $"'{id}'"))})") == 20, "its neighbours", seconds: 120);
        await EmptyAsync();
    }

    [Test]
    public async Task Parked_ReadableAndNot_IsReplayedOrRefusedClearly()
    {
        await place.WorkAsync();
        var server = await place.ServeAsync();
        await SendAsync("no message");
        await place.CountsAsync("ParkedMessage", 1);
        var garbage = (await place.Data.ListAsync<Guid>("SELECT Id FROM ParkedMessage")).Single();
        using var refused = await server.Http.PostAsync($"/api/v1/parked-messages/{garbage}/replay", null);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("parked-message-unreadable"));

        // Of a known type, in the wrong queue: it is whole, so it can be sent where it belongs.
        await SendAsync($"{{\"messageId\":\"{Guid.NewGuid()}\",\"messageType\":[\"urn:message:TechBroker.Contracts.Messages:NeedPosted\"],\"message\":{{\"needId\":\"{Guid.NewGuid()}\",\"revision\":1,\"at\":\"2026-03-01T00:00:00Z\"}}}}");
        await place.CountsAsync("ParkedMessage", 2);
        var whole = (await place.Data.ListAsync<Guid>("SELECT Id FROM ParkedMessage WHERE Type = 'NeedPosted'")).Single();
        using var replayed = await server.Http.PostAsync($"/api/v1/parked-messages/{whole}/replay", null);
        Assert.That(replayed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Eventually.BecomesAsync(async () => await place.Data.FirstAsync("SELECT COUNT(*) FROM Inbox WHERE Consumer = 'NeedPostedConsumer'") == 1, "the replayed message to be dealt with");
    }

    [Test]
    public async Task Message_OverTheDeliveryLimit_IsParkedWithTheReason()
    {
        await using var data = await OutboxRows.CreateAsync(place.Folder);
        await data.AddAsync(1);
        await place.ServeAsync(s => s.Bus.DeliveryLimit = 2);
        await place.DrainAsync();
        await using (var connection = await place.Broker.ConnectAsync(place.VirtualHost))
        {
            // As a process does that dies over it each time.
            await using var channel = await connection.CreateChannelAsync();
            for (var i = 0; i < 3; i++)
            {
                BasicGetResult? message = null;
                await Eventually.BecomesAsync(async () => (message = await channel.BasicGetAsync(Queue, autoAck: false)) is not null, "the message to come back");
                await channel.BasicNackAsync(message!.DeliveryTag, multiple: false, requeue: true);
            }
        }

        await place.WorkAsync(s => s.Bus.DeliveryLimit = 2);
        await place.CountsAsync("ParkedMessage", 1);
        var parked = (await place.Data.ListAsync<ParkedMessage>("SELECT * FROM ParkedMessage")).Single();
        Assert.Multiple(() =>
        {
            Assert.That((parked.MessageId, parked.Type, parked.Consumer), Is.EqualTo((data.Added.Single(), "NeedClosed", "NeedClosedConsumer")));
            Assert.That(parked.Reason, Does.Contain(Queue).And.Contain("more than 2 times"));
            Assert.That(parked.IsReadable, Is.True);
        });
        await EmptyAsync();
    }

    [Test]
    public async Task Message_WhileTheDatabaseIsFull_IsTriedAgainAndNotParked()
    {
        var worker = await place.WorkAsync();
        await place.Data.Database.PostAsync(Posting.Listing("矿用卡车无人驾驶"));
        await place.DrainAsync();
        var database = (TechBroker.Storage.Sql.Database)worker.Services.GetService(typeof(TechBroker.Storage.Sql.Database))!;

        // The next write that needs a page fails with SQLITE_FULL; the writer's fresh connection is without the limit.
        await place.Data.Database.WriteAsync(s => s.RunAsync("CREATE TABLE Ballast (Text TEXT)"), CancellationToken.None);
        await place.Data.Database.WriteAsync(
            s => s.RunAsync("CREATE TRIGGER Grow BEFORE INSERT ON Match BEGIN INSERT INTO Ballast VALUES (hex(zeroblob(500000))); END"), CancellationToken.None);
        await database.WriteAsync(s => s.FirstAsync<long>("PRAGMA max_page_count = 1"), CancellationToken.None);
        await place.Data.Database.PostAsync(Posting.Need("矿用卡车无人驾驶"));

        await place.CountsAsync("Match", 1);
        Assert.That(await place.CountAsync("ParkedMessage"), Is.Zero, "trouble of the database is not the message's");
        await EmptyAsync();
    }

    [Test]
    public async Task Queue_Gone_KeepsTheRowsSaysSoAndIsDeclaredAgain()
    {
        await using var data = await OutboxRows.CreateAsync(place.Folder);
        var server = await place.ServeAsync();
        await data.AddAsync(1);
        await place.DrainAsync();
        await using (var connection = await place.Broker.ConnectAsync(place.VirtualHost))
        {
            await using var channel = await connection.CreateChannelAsync();
            await channel.QueueDeleteAsync(Queue);
        }

        await data.AddAsync(4);
        var published = await ReceivedMessages.AllAsync(place, Queue, 4);
        Assert.That(published, Is.EquivalentTo(data.Added.Skip(1)), "kept, and sent again to the queue that was declared anew");
        Assert.That(place.Log.Lines.Count(l => l.Contains("no queue for NeedClosed", StringComparison.Ordinal)), Is.EqualTo(1));
        await Eventually.BecomesAsync(async () => (await server.GetAsync("/health/ready")).GetProperty("bus").GetProperty("status").GetString() == "connected", "all to be well with the bus");
    }

    [Test]
    public async Task Queue_MadeWithOtherArguments_IsSaidByNameAndKeepsTheRow()
    {
        await using var data = await OutboxRows.CreateAsync(place.Folder);
        await data.AddAsync(1);
        var first = await place.ServeAsync();
        await place.DrainAsync();
        await first.App.StopAsync();

        var second = await place.ServeAsync(s => s.Bus.DeliveryLimit = 7);
        await data.AddAsync(1);
        await Eventually.BecomesAsync(
            async () => (await second.GetAsync("/health/ready")).GetProperty("bus").GetProperty("fault").GetString()?.Contains("Bus:DeliveryLimit", StringComparison.Ordinal) is true, "the sentence");
        Assert.That(await place.CountAsync("Outbox"), Is.EqualTo(1));
    }

    /// <summary>Nothing is left, here or among the dead, and nothing is going round.</summary>
    private Task EmptyAsync() => Eventually.BecomesAsync(
        async () => (await place.Broker.ControlAsync("list_queues", "-p", place.VirtualHost, "name", "messages", "--no-table-headers"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).All(line => line.EndsWith("\t0", StringComparison.Ordinal)),
        "empty queues");

    private async Task SendAsync(string body)
    {
        await using var connection = await place.Broker.ConnectAsync(place.VirtualHost);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await Eventually.BecomesAsync(
            async () =>
            {
                try
                {
                    await channel.BasicPublishAsync("", Queue, mandatory: true, Encoding.UTF8.GetBytes(body));
                    return true;
                }
                catch (RabbitMQ.Client.Exceptions.PublishException)
                {
                    return false;
                }
            },
            "the queue");
    }
}
