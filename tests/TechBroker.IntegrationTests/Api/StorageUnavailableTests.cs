using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Sql;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

/// <summary>A database that cannot write for a while: 503, nothing half done, and no restart needed afterwards.</summary>
internal sealed class StorageUnavailableTests
{
    [Test]
    public async Task Post_WhileTheDiskIsFull_IsRefusedAndWorksAgainAfterwards()
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-test-");
        var disk = new LimitedDisk(Path.Combine(folder.FullName, "techbroker.db"));
        await using (var server = await TestServer.StartAsync(
            dataDirectory: folder.FullName, services: builder => builder.Services.AddSingleton<SqlDialect>(disk)))
        {
            var before = await server.PostListingAsync("磁盘满之前");
            await server.DrainAsync();

            disk.IsFull = true;
            var refused = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => server.SendAsync(
                HttpMethod.Post, Listings, new { title = $"磁盘已满 {i}", description = new string('满', 40_000), publish = true }, ("Idempotency-Key", $"full {i}"))));
            foreach (var reply in refused)
            {
                reply.IsProblem(503, "storage-unavailable");
                Assert.That(reply.Headers["Retry-After"], Is.EqualTo("5"));
            }

            Assert.That((await server.SendAsync(HttpMethod.Get, Listings)).Succeeds().Ids, Is.EqualTo(new[] { before }), "reading goes on, and nothing is half done");
            Assert.That((await server.SendAsync(HttpMethod.Get, $"{Listings}?q=磁盘")).Succeeds().Ids, Is.EqualTo(new[] { before }));

            disk.IsFull = false;
            var after = (await server.SendAsync(HttpMethod.Post, Listings, new { title = "磁盘又有空间", publish = true }, ("Idempotency-Key", "full 0"))).Succeeds(201);
            var need = await server.PostNeedAsync("磁盘又有空间");
            await Eventually.BecomesAsync(
                async () => (await server.SendAsync(HttpMethod.Get, $"{Needs}/{need}/matches")).Items.Any(m => m.GetProperty("listingId").GetGuid() == after.Id), "the match");
            Assert.That(await CheckAsync(folder), Is.EqualTo("ok"));
        }

        folder.Delete(recursive: true);
    }

    private static async Task<object?> CheckAsync(DirectoryInfo folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "techbroker.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return await command.ExecuteScalarAsync();
    }

    /// <summary>SQLite whose writer gets SQLITE_FULL from the next page on, as long as the disk is said to be full.</summary>
    private sealed class LimitedDisk(string file) : WrappedDialect(new SqliteDialect(file))
    {
        private volatile DbConnection? writer;
        private volatile bool isFull;

        public bool IsFull
        {
            get => isFull;
            set
            {
                isFull = value;

                // Nothing else runs on the writer's connection in this moment: the outbox is empty and no request is under way.
                if (writer is { State: System.Data.ConnectionState.Open } open)
                {
                    Restrict(open);
                }
            }
        }

        public override async Task<DbConnection> OpenAsync(bool readOnly, CancellationToken ct)
        {
            var connection = await base.OpenAsync(readOnly, ct);
            if (!readOnly)
            {
                Restrict(connection);
                writer = connection;
            }

            return connection;
        }

        // A limit below the present size means the present size.
        private void Restrict(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {(isFull ? 1 : 1_000_000)}";
            command.ExecuteNonQuery();
        }
    }
}
