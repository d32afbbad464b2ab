using TechBroker.Contracts.Messages;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Rabbit;

/// <summary>Rows that a test puts into the outbox of a folder itself.</summary>
internal sealed class OutboxRows : IAsyncDisposable
{
    private readonly DataFolder folder;

    private OutboxRows(DataFolder folder) => this.folder = folder;

    /// <summary>Their message ids.</summary>
    public List<Guid> Added { get; } = [];

    public static async Task<OutboxRows> CreateAsync(string folder)
    {
        await new Migrator(new SqliteDialect(Path.Combine(folder, "techbroker.db"))).RunAsync(CancellationToken.None);
        return new OutboxRows(DataFolder.Open(folder));
    }

    public Task AddAsync(int count, string? leasedBy = null, DateTimeOffset? leasedUntil = null) => folder.Database.WriteAsync(
        async session =>
        {
            for (var i = 0; i < count; i++)
            {
                var message = OutboxMessage.Of(Guid.NewGuid(), new NeedClosed { NeedId = Guid.NewGuid(), Revision = 1, At = Posting.Now }, DateTimeOffset.UtcNow);
                Added.Add(message.MessageId);
                await session.PublishAsync(message);
            }

            await session.RunAsync("UPDATE Outbox SET LeasedBy = @leasedBy, LeasedUntil = @leasedUntil WHERE LeasedBy IS NULL AND @leasedBy IS NOT NULL", new { leasedBy, leasedUntil });
        },
        CancellationToken.None);

    public Task RunAsync(string sql, object? arguments = null) => folder.Database.WriteAsync(s => s.RunAsync(sql, arguments), CancellationToken.None);

    public ValueTask DisposeAsync() => folder.DisposeAsync();
}
