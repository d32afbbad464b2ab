using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Reliability;

/// <summary>R10 with two real processes: 16 writers over HTTP on one SQLite file, readers and checkpoints all the while; nobody is told that it is busy.</summary>
internal sealed class TwoServersWritingTests
{
    private const int Writers = 16, PostsOfEach = 25;

    [Test]
    public async Task Post_SixteenWritersOnTwoServers_AreAllServedAndNothingIsMissing()
    {
        using var files = new Scratch();
        using var first = await ServerProcess.StartAsync(files.Path("data"));
        using var second = await ServerProcess.StartAsync(files.Path("data"), new Dictionary<string, string> { ["Workers__Enabled"] = "false" });
        HttpClient[] clients = [await first.SignInAsync(), await second.SignInAsync()];
        using var stop = new CancellationTokenSource();
        var around = Task.WhenAll(ReadAsync(clients[0], stop.Token), ReadAsync(clients[1], stop.Token), CheckpointAsync(files.Path("data/techbroker.db"), stop.Token));
        var ids = new ConcurrentBag<Guid>();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var i = 0; i < PostsOfEach; i++)
            {
                using var answer = await clients[writer % 2].PostAsJsonAsync("/api/v1/needs", new { title = Words.Unique((writer * PostsOfEach) + i), publish = true });
                Assert.That((int)answer.StatusCode, Is.EqualTo(201), await answer.Content.ReadAsStringAsync());
                ids.Add((await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("id").GetGuid());
            }
        }));
        await stop.CancelAsync();
        Assert.That(await around, Is.All.GreaterThan(0), "readers and checkpoints came to their turn");
        await first.DrainAsync();
        await using var data = DataFolder.Open(files.Path("data"));
        Assert.That(await data.ListAsync<Guid>("SELECT Id FROM Need"), Is.EquivalentTo(ids));
        Assert.That(await data.FirstAsync("SELECT COUNT(DISTINCT ChangeSeq) FROM MarketRevision"), Is.EqualTo(Writers * PostsOfEach), "each has its own place");
        Assert.That(await data.ListAsync<string>("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
        Array.ForEach(clients, c => c.Dispose());
    }

    private static async Task<int> ReadAsync(HttpClient http, CancellationToken stop)
    {
        var rounds = 0;
        for (; !stop.IsCancellationRequested; rounds++)
        {
            using var answer = await http.GetAsync("/api/v1/needs?limit=20", CancellationToken.None);
            Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        }

        return rounds;
    }

    private static async Task<int> CheckpointAsync(string file, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        var rounds = 0;
        for (; !stop.IsCancellationRequested; rounds++)
        {
            await command.ExecuteNonQueryAsync(CancellationToken.None);
            await Task.Yield();
        }

        return rounds;
    }
}
