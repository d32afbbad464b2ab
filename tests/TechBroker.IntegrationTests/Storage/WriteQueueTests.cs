using System.Data.Common;
using System.Diagnostics;
using TechBroker.Storage;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class WriteQueueTests
{
    private TestDatabase data = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        data = await TestDatabase.CreateAsync();
        await data.RunAsync("CREATE TABLE Line (Id INTEGER NOT NULL PRIMARY KEY, Text NVARCHAR(4000))");
    }

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Write_OnePieceOfTheGroupThrows_NeighboursAreCommittedAndItsOwnWorkIsNot()
    {
        var gate = new TaskCompletionSource();
        var first = await HoldAsync(data, gate.Task);
        var before = AddAsync(1);
        var failing = data.Database.WriteAsync<int>(
            async s =>
            {
                await s.RunAsync("INSERT INTO Line (Id) VALUES (2)");
                s.Tell("lost", new { }, Posting.Now);
                await s.PublishAsync(new Contracts.Messages.NeedClosed { NeedId = Guid.NewGuid(), Revision = 1, At = Posting.Now }, Posting.Now);
                throw new InvalidOperationException("refused");
            },
            CancellationToken.None);
        var violating = AddAsync(1);
        var after = AddAsync(3);
        gate.SetResult();

        await Task.WhenAll(first, before, after);
        Assert.Multiple(() =>
        {
            Assert.That(() => failing, Throws.InvalidOperationException.With.Message.EqualTo("refused"));
            Assert.That(() => violating, Throws.InstanceOf<DbException>());
        });
        Assert.That(await data.ListAsync<int>("SELECT Id FROM Line ORDER BY Id"), Is.EqualTo(new[] { 1, 3 }));
        Assert.That(await data.CountAsync("Event"), Is.Zero);
        Assert.That(await data.CountAsync("Outbox"), Is.Zero);
        Assert.That(await data.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'events'"), Is.Zero);
    }

    [Test]
    public async Task Write_PiecesOfSeveralTracesInOneCommit_EachMessageHasItsOwn()
    {
        var gate = new TaskCompletionSource();
        var first = await HoldAsync(data, gate.Task);
        var (expected, writes) = (new Dictionary<Guid, string?>(), new List<Task>());
        for (var i = 0; i < 20; i++)
        {
            // Every third one traces nothing, and must not get its neighbour's.
            using var trace = i % 3 == 0 ? null : new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
            var id = Guid.NewGuid();
            expected[id] = trace?.Id;
            writes.Add(data.Database.WriteAsync(
                s => s.PublishAsync(new Contracts.Messages.NeedClosed { NeedId = id, Revision = 1, At = Posting.Now }, Posting.Now), CancellationToken.None));
        }

        gate.SetResult();
        await Task.WhenAll([first, .. writes]);

        var rows = await data.Database.ReadAsync(s => TechBroker.Storage.Bus.OutboxStore.AfterAsync(s, 0, 100), CancellationToken.None);
        Assert.That(rows.ToDictionary(r => ((Contracts.Messages.NeedClosed)r.Open().Message).NeedId, r => r.TraceParent), Is.EquivalentTo(expected));
    }

    [Test]
    public async Task Write_ManyWaiting_ShareACommit()
    {
        var gate = new TaskCompletionSource();
        var first = await HoldAsync(data, gate.Task);
        var writes = Enumerable.Range(1, 50).Select(i => data.Database.WriteAsync(
            async s =>
            {
                // The same for all pieces of a transaction, and for no other transaction.
                s.Tell("line", new { }, Posting.Now);
                return await s.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'events'");
            },
            CancellationToken.None)).ToList();
        gate.SetResult();
        await first;
        var counters = await Task.WhenAll(writes);

        // Numbers are taken at the end of a commit, so all that shared it have seen the counter as it was before.
        Assert.That(counters.Distinct(), Is.EqualTo(new[] { 0L }));
        Assert.That(await data.CountAsync("Event"), Is.EqualTo(50));
    }

    [Test]
    public async Task Write_GroupLimit_IsHeld()
    {
        await using var small = await TestDatabase.CreateAsync(groupCommitLimit: 5);
        var gate = new TaskCompletionSource();
        var first = await HoldAsync(small, gate.Task);
        var writes = Enumerable.Range(0, 12).Select(_ => small.Database.WriteAsync(
            async s =>
            {
                s.Tell("line", new { }, Posting.Now);
                return await s.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'events'");
            },
            CancellationToken.None)).ToList();
        gate.SetResult();
        await first;
        Assert.That(await Task.WhenAll(writes), Is.EqualTo(new long[] { 0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10 }));
    }

    [Test]
    public async Task Write_CallerGivesUpWhileWaiting_IsNotDone()
    {
        using var cancelled = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var first = await HoldAsync(data, gate.Task);
        var waiting = AddAsync(1, cancelled.Token);
        var other = AddAsync(2);
        await cancelled.CancelAsync();
        gate.SetResult();
        await Task.WhenAll(first, other);
        Assert.That(() => waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await data.ListAsync<int>("SELECT Id FROM Line"), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task Write_CallerGivesUpDuringTheWork_IsDoneAndAnswered()
    {
        using var cancelled = new CancellationTokenSource();
        var write = data.Database.WriteAsync(
            async s =>
            {
                await cancelled.CancelAsync();
                return await s.RunAsync("INSERT INTO Line (Id) VALUES (7)");
            },
            cancelled.Token);
        Assert.That(await write, Is.EqualTo(1));
        Assert.That(await data.CountAsync("Line"), Is.EqualTo(1));
    }

    [OnlySqlite("the size of the file is limited")]
    [Test]
    public async Task Write_DatabaseFull_FailsTheWholeGroupAndWorksAgainAfterwards()
    {
        var gate = new TaskCompletionSource();
        await data.Database.WriteAsync(s => s.FirstAsync<long>("PRAGMA max_page_count = 1"), CancellationToken.None);
        var first = await HoldAsync(data, gate.Task);
        Task[] group = [AddAsync(1), FillAsync(2), AddAsync(3)];
        gate.SetResult();
        await first;
        foreach (var write in group)
        {
            var thrown = await Assert.CatchAsync<DbException>(() => write);
            Assert.That(data.Dialect.IsUnavailable(thrown!), Is.True, thrown!.Message);
        }

        Assert.That(await data.CountAsync("Line"), Is.Zero);
        await FillAsync(4);
        Assert.That(await data.ListAsync<int>("SELECT Id FROM Line"), Is.EqualTo(new[] { 4 }));
        Assert.That(await data.IntegrityAsync(), Is.EqualTo("ok"));
    }

    [Test]
    public async Task Dispose_WritesWaiting_AreFinishedAndLaterOnesRefused()
    {
        var second = new Database(data.Dialect, new CommitSignal(), data.Key, groupCommitLimit: 3);
        var gate = new TaskCompletionSource();
        var first = second.WriteAsync(async _ =>
            {
                await gate.Task;
                return 0;
            }, CancellationToken.None);
        var writes = Enumerable.Range(1, 20)
            .Select(i => second.WriteAsync(s => s.RunAsync("INSERT INTO Line (Id) VALUES (@i)", new { i }), CancellationToken.None)).ToList();
        var disposal = second.DisposeAsync();
        var late = second.WriteAsync(s => s.RunAsync("INSERT INTO Line (Id) VALUES (99)"), CancellationToken.None);
        gate.SetResult();
        await disposal;
        Assert.That(first.IsCompletedSuccessfully && writes.All(w => w.IsCompletedSuccessfully), Is.True);
        Assert.That(() => late, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(await data.CountAsync("Line"), Is.EqualTo(20));
    }

    [OnlySqlite("open files are counted")]
    [Test]
    public async Task Read_QueryThrows_ConnectionIsClosed()
    {
        var open = OpenFiles();
        for (var i = 0; i < 40; i++)
        {
            await Assert.CatchAsync<DbException>(() => data.FirstAsync<int>("SELECT nonsense"));
        }

        Assert.That(OpenFiles(), Is.LessThan(open + 20));
        Assert.That(await data.CountAsync("Line"), Is.Zero);
    }

    private int OpenFiles() => Directory.GetFiles("/proc/self/fd").Count(IsOfThisTest);

    private bool IsOfThisTest(string fd)
    {
        try
        {
            return File.ResolveLinkTarget(fd, false)?.FullName.StartsWith(data.Folder, StringComparison.Ordinal) is true;
        }
        catch (FileNotFoundException)
        {
            // Another fixture has closed it since the folder was read.
            return false;
        }
    }

    /// <summary>Keeps the writer busy, so that what comes meanwhile waits and is committed together.</summary>
    private static async Task<Task> HoldAsync(TestDatabase data, Task until)
    {
        var started = new TaskCompletionSource();
        var write = data.Database.WriteAsync(
            async _ =>
            {
                started.SetResult();
                await until;
                return 0;
            },
            CancellationToken.None);
        await started.Task;
        return write;
    }

    private Task<int> AddAsync(int id, CancellationToken ct = default) =>
        data.Database.WriteAsync(s => s.RunAsync("INSERT INTO Line (Id) VALUES (@id)", new { id }), ct);

    private Task<int> FillAsync(int id) =>
        data.Database.WriteAsync(s => s.RunAsync("INSERT INTO Line (Id, Text) VALUES (@id, @text)", new { id, text = new string('x', 100_000) }), CancellationToken.None);
}
