using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using RabbitMQ.Client;
using TechBroker.Benchmarks.Peers;
using TechBroker.Contracts.Messages;
using TechBroker.Storage.Sql;

namespace TechBroker.Benchmarks;

/// <summary>
/// B5: outbox rows onto the broker, every one confirmed before it is deleted: the relay of a real server, and in turns with it a loop that
/// reads, publishes and deletes one row after the other with a raw client, on a database and a broker of the same kind.
/// </summary>
internal static class RelayAgainstOneByOne
{
    private const int Rounds = 7;

    public static async Task<int> RunAsync(int rows)
    {
        Measure.PrintMachine();
        await using var broker = await LocalBroker.StartAsync();
        await using var server = await ServerProcess.StartAsync(new Dictionary<string, string>(broker.Settings) { ["Bus__Transport"] = "RabbitMq", ["Workers__Enabled"] = "false" });
        var other = Directory.CreateTempSubdirectory("techbroker-bench-");
        await using var connection = await BrokerAddress.Factory().CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        using var ours = Open(Path.Combine(server.Folder, "techbroker.db"));
        using var theirs = Open(Path.Combine(other.FullName, "outbox.db"));
        Run(theirs, "CREATE TABLE Outbox (Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, MessageId TEXT NOT NULL UNIQUE, Type TEXT NOT NULL, Body TEXT NOT NULL, CreatedAt TEXT NOT NULL)");
        Measure.Print($"fsync: {Measure.FsyncsPerSecond(server.Folder):0} per second");

        var (relayed, oneByOne) = (new List<double>(), new List<double>());
        var (many, few) = (rows / Rounds, Math.Max(100, rows / Rounds / 20));
        for (var round = 0; round <= Rounds; round++)
        {
            Fill(ours, many);
            var fast = Stopwatch.StartNew();
            while (Count(ours) > 0)
            {
                await Task.Delay(5);
            }

            fast.Stop();
            Fill(theirs, few);
            var slow = Stopwatch.StartNew();
            while (await CarryOneAsync(theirs, channel))
            {
            }

            slow.Stop();
            if (round > 0)
            {
                relayed.Add(many / fast.Elapsed.TotalSeconds);
                oneByOne.Add(few / slow.Elapsed.TotalSeconds);
            }
        }

        var ratio = relayed.Zip(oneByOne, (a, b) => a / b).ToList();
        Measure.Print($"{Rounds} rounds in turns, {many * Rounds:N0} rows against {few * Rounds:N0}, durable, each confirmed by the broker before it is deleted:");
        Measure.Print($"  relay: {Measure.Quantile(relayed, 0.5):0} rows a second ({relayed.Min():0}-{relayed.Max():0})");
        Measure.Print($"  one row at a time, RabbitMQ.Client: {Measure.Quantile(oneByOne, 0.5):0} rows a second ({oneByOne.Min():0}-{oneByOne.Max():0})");
        Measure.Print($"  {Measure.Quantile(ratio, 0.5):0.0} x ({ratio.Min():0.0}-{ratio.Max():0.0})");
        other.Delete(recursive: true);
        return 0;
    }

    private static async Task<bool> CarryOneAsync(SqliteConnection database, IChannel channel)
    {
        long id;
        string body;
        using (var next = database.CreateCommand())
        {
            next.CommandText = "SELECT Id, Body FROM Outbox ORDER BY Id LIMIT 1";
            using var reader = next.ExecuteReader();
            if (!reader.Read())
            {
                return false;
            }

            (id, body) = (reader.GetInt64(0), reader.GetString(1));
        }

        await channel.BasicPublishAsync(
            "", "techbroker-listing-closed", mandatory: true, new BasicProperties { Persistent = true, MessageId = Guid.NewGuid().ToString("D") }, Encoding.UTF8.GetBytes(body));
        using var delete = database.CreateCommand();
        delete.CommandText = "DELETE FROM Outbox WHERE Id = $id";
        delete.Parameters.AddWithValue("$id", id);
        delete.ExecuteNonQuery();
        return true;
    }

    private static void Fill(SqliteConnection database, int rows)
    {
        using var transaction = database.BeginTransaction();
        using var insert = database.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO Outbox (MessageId, Type, Body, CreatedAt) VALUES ($id, 'ListingClosed', $body, $at)";
        var (id, body, at) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$body", SqliteType.Text), insert.Parameters.Add("$at", SqliteType.Text));
        for (var i = 0; i < rows; i++)
        {
            var now = DateTimeOffset.UtcNow;
            id.Value = Guid.NewGuid().ToString("D");
            body.Value = StoredJson.Write(new ListingClosed { ListingId = Guid.NewGuid(), Revision = 1, At = now });
            at.Value = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'");
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static long Count(SqliteConnection database)
    {
        using var count = database.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM Outbox";
        return (long)count.ExecuteScalar()!;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 20000");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
