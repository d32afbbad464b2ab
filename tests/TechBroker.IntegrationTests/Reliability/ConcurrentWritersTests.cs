using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Reliability;

/// <summary>R10: many writers on two instances of one SQLite file, readers and checkpoints all the while.</summary>
internal sealed class ConcurrentWritersTests
{
    private const int Writers = 16, PostsOfEach = 30;

    [Test]
    public async Task Write_SixteenWritersWithReadersAndCheckpoints_NobodyMeetsBusyAndNothingIsMissing()
    {
        await using var data = await TestDatabase.CreateAsync();
        var other = data.Open();
        using var stop = new CancellationTokenSource();
        var around = new[]
        {
            Task.Run(() => ReadAsync(data.Database, stop.Token)),
            Task.Run(() => ReadAsync(other, stop.Token)),
            Task.Run(() => CheckpointAsync(data.Dialect, stop.Token)),
        };
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var database = writer % 2 == 0 ? data.Database : other;
            for (var i = 0; i < PostsOfEach; i++)
            {
                var need = await database.PostAsync(Posting.Need($"{writer}-{i}"));
                await database.ReviseAsync(need, $"{writer}-{i} 二");
            }
        })));
        await stop.CancelAsync();
        var rounds = await Task.WhenAll(around);

        Assert.Multiple(async () =>
        {
            Assert.That(rounds, Is.All.GreaterThan(0), "readers and checkpoints came to their turn");
            Assert.That(await data.CountAsync("Need"), Is.EqualTo(Writers * PostsOfEach));
            Assert.That(await data.CountAsync("MarketRevision"), Is.EqualTo(2 * Writers * PostsOfEach));
            Assert.That(await data.CountAsync("Outbox"), Is.EqualTo(2 * Writers * PostsOfEach));
            Assert.That(await data.IntegrityAsync(), Is.EqualTo("ok"));
        });
    }

    private static async Task<int> ReadAsync(Database database, CancellationToken stop)
    {
        var rounds = 0;
        for (; !stop.IsCancellationRequested; rounds++)
        {
            var (rows, messages, counter) = await database.SnapshotAsync(
                async s =>
                {
                    var rows = await s.FirstAsync<long>("SELECT COUNT(*) FROM MarketRevision");
                    await Task.Yield();
                    return (rows, await s.FirstAsync<long>("SELECT COUNT(*) FROM Outbox"), await s.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'market'"));
                },
                CancellationToken.None);
            Assert.That((messages, counter), Is.EqualTo((rows, rows)), "one snapshot");
        }

        return rounds;
    }

    private static async Task<int> CheckpointAsync(SqlDialect dialect, CancellationToken stop)
    {
        await using var connection = await dialect.OpenAsync(readOnly: false, CancellationToken.None);
        await using var command = connection.CreateCommand();
        var rounds = 0;
        for (; !stop.IsCancellationRequested; rounds++)
        {
            // Without waiting for readers; a blocking one would only slow the test down.
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            await command.ExecuteNonQueryAsync(CancellationToken.None);
            await Task.Yield();
        }

        return rounds;
    }
}
