using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Workers;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Audit;

internal sealed class AuditTrailTests
{
    private TestDatabase data = null!;

    [SetUp]
    public async Task CreateAsync() => data = await TestDatabase.CreateAsync();

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Record_ManyActorsInOneCommit_KeepsOrderAndActorsAndForgetsWhatIsRolledBack()
    {
        var gate = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        var first = data.Database.WriteAsync(
            async _ =>
            {
                started.SetResult();
                await gate.Task;
            },
            CancellationToken.None);
        await started.Task;
        var actors = Enumerable.Range(0, 40).Select(i => i % 5 == 1 ? Actor.System : AuditData.Person with { AccountId = Guid.NewGuid() }).ToList();
        var writes = actors.Select((actor, i) => data.Database.WriteAsync(
            actor,
            session =>
            {
                session.Record("thing.begun", "thing", null, new { i });
                session.Record("thing.ended", "thing", null, new { i });
                return i % 4 == 3 ? throw new InvalidOperationException("refused") : Task.CompletedTask;
            },
            CancellationToken.None)).ToList();
        gate.SetResult();
        await first;
        await Task.WhenAll(writes.Where((_, i) => i % 4 != 3));

        var kept = Enumerable.Range(0, 40).Where(i => i % 4 != 3).ToList();
        var entries = await data.EntriesAsync();
        Assert.That(entries.Select(e => e.Seq), Is.EqualTo(Enumerable.Range(1, kept.Count * 2)));
        Assert.That(
            entries.Select(e => (e.Action, e.ActorId, e.ActorKind, e.Details)),
            Is.EqualTo(kept.SelectMany(i => new[] { "thing.begun", "thing.ended" }.Select(a => (a, actors[i].AccountId, actors[i].Kind, (string?)$"{{\"i\":{i}}}")))));
        Assert.That(entries.Select(e => e.At).Distinct().Count(), Is.EqualTo(1), "one commit");
        Assert.That((await data.VerifyAsync()).IsWhole, Is.True);
    }

    [Test]
    public async Task Record_EverythingRolledBack_LeavesNothing()
    {
        Assert.That(
            () => data.Database.WriteAsync<int>(
                session =>
                {
                    session.Record("thing.done", "thing", null);
                    throw new InvalidOperationException("refused");
                },
                CancellationToken.None),
            Throws.InvalidOperationException);
        Assert.That(await data.CountAsync("AuditEntry") + await data.FirstAsync<long>("SELECT Seq FROM AuditHead"), Is.Zero);
        Assert.That(File.Exists(Path.Combine(data.Folder, "keys", "audit.key")), Is.False, "no entry, no key");
        Assert.That((await data.VerifyAsync()).IsWhole, Is.True);
    }

    [Test]
    public async Task Record_BySixteenWritersOnTwoInstances_KeepsOneWholeChain()
    {
        var other = data.Open();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await (writer % 2 == 0 ? data.Database : other).RecordAsync($"thing.{writer}");
            }
        })));

        var verdict = await data.VerifyAsync();
        Assert.That(verdict.Faults, Is.Empty);
        Assert.That(verdict.Entries, Is.EqualTo(400));
        Assert.That((await data.EntriesAsync()).CountBy(e => e.Action).Select(g => g.Value), Is.All.EqualTo(25).And.Exactly(16).Items);
    }

    [Test]
    public async Task Record_ClockOfTheDatabase_StampsTheEntry()
    {
        var clock = new ManualClock(Posting.Now);
        await using var database = new Database(data.Dialect, new CommitSignal(), data.Key, clock: clock);
        await database.RecordAsync("thing.done", AuditData.Person, Posting.Listing("x").Id, new { Count = 3 });
        clock.Advance(TimeSpan.FromTicks(1));
        await database.RecordAsync("thing.done");

        var entries = await data.EntriesAsync();
        Assert.That(entries.Select(e => e.At), Is.EqualTo(new[] { Posting.Now, Posting.Now.AddTicks(1) }));
        Assert.That((entries[0].Via, entries[0].Address, entries[0].Subject, entries[0].Details), Is.EqualTo(("browser", "10.0.0.7", "thing", "{\"count\":3}")));
        Assert.That(entries[0].PreviousHash, Is.EqualTo(new byte[32]));
        Assert.That(entries[1].PreviousHash, Is.EqualTo(entries[0].Hash));
    }

    [Test]
    public async Task Search_ByEachCondition_FindsNewestFirstAndPages()
    {
        var clock = new ManualClock(Posting.Now);
        await using var database = new Database(data.Dialect, new CommitSignal(), data.Key, clock: clock);
        var subject = Guid.NewGuid();
        for (var i = 1; i <= 9; i++)
        {
            await database.RecordAsync(i % 3 == 0 ? "listing.published" : i % 3 == 1 ? "listing.created" : "listingless", i > 6 ? AuditData.Person : null, i % 2 == 0 ? subject : null);
            clock.Advance(TimeSpan.FromHours(1));
        }

        async Task<IEnumerable<long>> Found(AuditFilter filter) => (await data.Database.ReadAsync(s => AuditStore.SearchAsync(s, filter), CancellationToken.None)).Select(e => e.Seq);
        Assert.That(await Found(new AuditFilter()), Is.EqualTo(new[] { 9, 8, 7, 6, 5, 4, 3, 2, 1 }));
        Assert.That(await Found(new AuditFilter { Limit = 2 }), Is.EqualTo(new[] { 9, 8 }));
        Assert.That(await Found(new AuditFilter { Limit = 2, Before = 8 }), Is.EqualTo(new[] { 7, 6 }));
        Assert.That(await Found(new AuditFilter { ActionPrefix = "listing." }), Is.EqualTo(new[] { 9, 7, 6, 4, 3, 1 }));
        Assert.That(await Found(new AuditFilter { ActionPrefix = "listing.published", ActorId = AuditData.Person.AccountId }), Is.EqualTo(new[] { 9 }));
        Assert.That(await Found(new AuditFilter { SubjectId = subject, Before = 8 }), Is.EqualTo(new[] { 6, 4, 2 }));
        Assert.That(await Found(new AuditFilter { Subject = "need" }), Is.Empty);
        Assert.That(await Found(new AuditFilter { From = Posting.Now.AddHours(2), To = Posting.Now.AddHours(4) }), Is.EqualTo(new[] { 4, 3 }));
        Assert.That(await Found(new AuditFilter { From = Posting.Now.AddHours(2).ToOffset(TimeSpan.FromHours(8)), To = Posting.Now.AddHours(3) }), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public async Task ReadInOrder_MoreThanABatch_GivesEveryEntryOnce()
    {
        await data.Database.WriteAsync(
            session =>
            {
                for (var i = 0; i < 4_000; i++)
                {
                    session.Record(i % 2 == 0 ? "thing.even" : "thing.odd", "thing", null);
                }

                return Task.CompletedTask;
            },
            CancellationToken.None);
        Task<List<long>> ReadAsync(AuditFilter filter) => data.Database.SnapshotAsync(
            async s => await AuditStore.ReadInOrderAsync(s, filter).Select(e => e.Seq).ToListAsync(), CancellationToken.None);
        Assert.That(await ReadAsync(new AuditFilter()), Is.EqualTo(Enumerable.Range(1, 4_000)));
        Assert.That(await ReadAsync(new AuditFilter { ActionPrefix = "thing.odd", After = 3_000 }), Is.EqualTo(Enumerable.Range(1501, 500).Select(i => i * 2)));
    }
}
