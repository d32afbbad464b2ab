using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Matching;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Reliability;

/// <summary>R2 and R1 in short: the program is killed in the middle of posting and scoring, and nothing that was answered is missing.</summary>
internal sealed class KilledServerTests
{
    // 20 by hand; see quality.md, R1 and R2.
    private const int Kills = 3;
    private const int Clients = 6, PostsBetweenKills = 120;

    [Test]
    public async Task Kill_WhilePostingAndScoring_LosesNothingAndDoublesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-test-");
        using var clients = new PersistentClients(Clients);
        var server = await ServerProcess.StartAsync(folder.FullName);
        await clients.UseAsync(server);
        clients.Start();
        for (var kill = 1; kill <= Kills; kill++)
        {
            await Eventually.BecomesAsync(() => Task.FromResult(clients.Acknowledged.Count >= kill * PostsBetweenKills), "posts to be answered", seconds: 60);
            await server.KillAsync();
            server.Dispose();
            server = await ServerProcess.StartAsync(folder.FullName);
            await clients.UseAsync(server);
        }

        await clients.FinishAsync();
        foreach (var (number, id) in clients.Acknowledged)
        {
            Assert.That(await clients.PostAsync(number, server.Address), Is.EqualTo(id), "the same answer to the same key");
        }

        await server.DrainAsync();
        await server.KillAsync();
        server.Dispose();
        await CheckAsync(folder.FullName, clients.Acknowledged);
        Assert.That(clients.Retried, Is.GreaterThan(0), "requests were under way when the program was killed");
        folder.Delete(recursive: true);
    }

    private static async Task CheckAsync(string folder, IReadOnlyDictionary<int, Guid> acknowledged)
    {
        await using var database = new Database(new SqliteDialect(Path.Combine(folder, "techbroker.db")), new CommitSignal(), AuditKey.InFolder(folder));
        Task<IReadOnlyList<T>> List<T>(string sql) => database.ReadAsync(s => s.ListAsync<T>(sql), CancellationToken.None);
        Assert.That(await List<string>("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));

        var stored = await List<Row>("SELECT Id, Title FROM Listing UNION ALL SELECT Id, Title FROM Need");
        Assert.That(
            stored.Select(r => (r.Id, r.Title)), Is.EquivalentTo(acknowledged.Select(a => (a.Value, Words.Unique(a.Key / 2)))), "every answered post, once, and nothing else");

        var audit = await database.SnapshotAsync(s => AuditChain.VerifyAsync(s, AuditKey.InFolder(folder), null, CancellationToken.None), CancellationToken.None);
        Assert.That(audit.Faults, Is.Empty);
        Assert.That(
            await List<Guid>("SELECT SubjectId FROM AuditEntry WHERE Action IN ('listing.created', 'need.created')"), Is.EquivalentTo(acknowledged.Values), "an entry for each");

        using var feed = TestDatabase.FeedOf(database);
        await feed.SyncAsync(CancellationToken.None);
        var expected = feed.Ask((index, _) => acknowledged
            .SelectMany(a => index.Rank(a.Key % 2 == 0 ? Side.Listing : Side.Need, a.Value, 20)).Select(m => (m.ListingId, m.NeedId)).ToHashSet());
        var matches = await List<Match>("SELECT ListingId, NeedId FROM Match");
        Assert.That(matches.Select(m => (m.ListingId, m.NeedId)), Is.EquivalentTo(expected));
        Assert.That(expected, Has.Count.GreaterThan(Kills * PostsBetweenKills / 3));
        Assert.That(await List<long>("SELECT COUNT(*) FROM ParkedMessage"), Is.EqualTo(new[] { 0L }));
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required string Title { get; init; }
    }

    private sealed record Match
    {
        public required Guid ListingId { get; init; }

        public required Guid NeedId { get; init; }
    }
}
