using System.Data.Common;
using Microsoft.Data.Sqlite;
using TechBroker.Contracts.Messages;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

/// <summary>What becomes of a group of writes when the database gives up on their transaction.</summary>
internal sealed class RepeatedWriteTests
{
    private const int Busy = 5, Full = 13;

    private TestDatabase data = null!;
    private LosingDialect dialect = null!;
    private Database database = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        data = await TestDatabase.CreateAsync();
        await data.RunAsync("CREATE TABLE Line (Id INTEGER NOT NULL PRIMARY KEY, ListingId TEXT REFERENCES Listing (Id))");
        dialect = new LosingDialect(data.Dialect);
        database = new Database(dialect, new CommitSignal(), data.Key);
    }

    [TearDown]
    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        await data.DisposeAsync();
    }

    [Test]
    public async Task Write_DatabaseBusyTwice_IsDoneOnceWithAllThatBelongsToIt()
    {
        var runs = 0;
        var group = await TogetherAsync(
            s => AddAsync(s, 1),
            async s =>
            {
                await AddAsync(s, 2);
                return ++runs < 3 ? throw new SqliteException("busy", Busy) : runs;
            },
            s => AddAsync(s, 3));
        Assert.That(await Task.WhenAll(group), Is.EqualTo(new[] { 1, 3, 1 }));
        await HasAsync(1, 2, 3);
    }

    [Test]
    public async Task Write_DatabaseBusyForGood_IsToldToAllAndNothingIsWritten()
    {
        var runs = 0;
        var group = await TogetherAsync(s => AddAsync(s, 1), async s => await AddAsync(s, 2) + (++runs > 0 ? throw new SqliteException("busy", Busy) : 0));
        foreach (var write in group)
        {
            Assert.That(() => write, Throws.TypeOf<SqliteException>());
        }

        Assert.That(runs, Is.GreaterThan(3));
        await HasAsync();
    }

    [Test]
    public async Task Write_DiskFull_IsNotTriedAgain()
    {
        var runs = 0;
        var group = await TogetherAsync(async s => await AddAsync(s, 1) + (++runs > 0 ? throw new SqliteException("full", Full) : 0));
        Assert.That(() => group[0], Throws.TypeOf<SqliteException>());
        Assert.That(runs, Is.EqualTo(1));
        await HasAsync();
    }

    [Test]
    public async Task Write_APieceThatTakesTheTransactionAlong_FailsAloneAndItsNeighboursAreCommitted()
    {
        dialect.LosesAtRollback = true;
        var group = await TogetherAsync(
            s => AddAsync(s, 1),
            async s => await AddAsync(s, 2) + (s.HasMessages ? throw new InvalidOperationException("its own fault") : 0),
            s => AddAsync(s, 3));
        Assert.That(() => group[1], Throws.InvalidOperationException.With.Message.EqualTo("its own fault"));
        Assert.That(await Task.WhenAll(group[0], group[2]), Is.EqualTo(new[] { 1, 1 }));
        await HasAsync(1, 3);
    }

    [Test]
    public async Task Write_FailureThatANeighbourCaused_IsNotToldWhenTheNeighbourIsUndone()
    {
        var runs = 0;
        var group = await TogetherAsync(
            s => ++runs == 1 ? AddAsync(s, 7) : AddAsync(s, 8),
            s => AddAsync(s, 7),
            async s => await AddAsync(s, 9) + (runs == 1 ? throw new SqliteException("busy", Busy) : 0));
        Assert.That(await Task.WhenAll(group), Is.EqualTo(new[] { 1, 1, 1 }));
        await HasAsync(7, 8, 9);
    }

    [Test]
    public async Task Write_ConnectionBreaksDuringCommit_IsNotTriedAgainAndTheCallerIsToldSo()
    {
        var runs = 0;
        dialect.BreaksAtCommit = true;
        var write = database.WriteAsync(
            async s =>
            {
                runs++;
                await s.RunAsync("PRAGMA defer_foreign_keys = ON");
                return await s.RunAsync("INSERT INTO Line (Id, ListingId) VALUES (1, 'nowhere')");
            },
            CancellationToken.None);
        var thrown = await Assert.CatchAsync<OutcomeUnknownException>(() => write);
        Assert.That(dialect.IsUnavailable(thrown!), Is.True, "a caller over HTTP gets 503");
        Assert.That(runs, Is.EqualTo(1));
        await HasAsync();
    }

    [Test]
    public async Task Statement_AfterTheTransactionIsLost_IsNotRunOutsideOfIt()
    {
        var write = database.WriteAsync(
            async s =>
            {
                await s.Transaction.RollbackAsync();
                return await s.RunAsync("INSERT INTO Line (Id) VALUES (1)");
            },
            CancellationToken.None);
        Assert.That(() => write, Throws.InstanceOf<DbException>());
        await HasAsync();
    }

    private async Task HasAsync(params int[] lines)
    {
        Assert.That(await data.ListAsync<int>("SELECT Id FROM Line ORDER BY Id"), Is.EqualTo(lines));
        foreach (var table in new[] { "Event", "Outbox", "AuditEntry" })
        {
            Assert.That(await data.CountAsync(table), Is.EqualTo(lines.Length), table);
        }

        Assert.That(await data.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'events'"), Is.EqualTo(lines.Length));
    }

    private static async Task<int> AddAsync(WriteSession session, int id)
    {
        session.Tell("line", new { }, Posting.Now);
        session.Record("line.added", "line", null);
        await session.PublishAsync(new NeedClosed { NeedId = Guid.NewGuid(), Revision = 1, At = Posting.Now }, Posting.Now);
        return await session.RunAsync("INSERT INTO Line (Id) VALUES (@id)", new { id });
    }

    /// <summary>In one transaction, in this order.</summary>
    private async Task<Task<int>[]> TogetherAsync(params Func<WriteSession, Task<int>>[] pieces)
    {
        var (started, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = database.WriteAsync(
            async _ =>
            {
                started.SetResult();
                await gate.Task;
            },
            CancellationToken.None);
        await started.Task;
        Task<int>[] group = [.. pieces.Select(p => database.WriteAsync(p, CancellationToken.None))];
        gate.SetResult();
        await first;
        return group;
    }

    private sealed class LosingDialect(SqlDialect inner) : WrappedDialect(inner)
    {
        public bool LosesAtRollback { get; set; }

        public bool BreaksAtCommit { get; set; }

        public override async Task RollbackToAsync(DbTransaction transaction, string name)
        {
            if (!LosesAtRollback)
            {
                await base.RollbackToAsync(transaction, name);
                return;
            }

            await transaction.RollbackAsync();
            throw new TransactionLostException();
        }

        public override bool LeavesOutcomeUnknown(DbException exception) => BreaksAtCommit;
    }
}
