using System.Data.Common;
using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage.Audit;

namespace TechBroker.IntegrationTests.Audit;

/// <summary>R18: any edit, removal or reordering by somebody who holds the database and not the key is found.</summary>
internal sealed class AuditChainTests
{
    private const int Entries = 12;

    private static readonly string[] TextColumns = ["At", "ActorId", "ActorKind", "Via", "Address", "Action", "Subject", "SubjectId", "Details"];

    private TestDatabase data = null!;
    private AuditMark whole = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        data = await TestDatabase.CreateAsync();
        for (var i = 0; i < Entries; i++)
        {
            await data.Database.RecordAsync($"thing.done{i}", i % 2 == 0 ? AuditData.Person : null, i % 3 == 0 ? Guid.NewGuid() : null, i % 4 == 0 ? null : new { Number = i });
        }

        whole = (await data.VerifyAsync()).Head!;
        await data.DropGuardsAsync();
    }

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Verify_Untouched_IsWholeAndNamesItsHead()
    {
        var verdict = await data.VerifyAsync(whole);
        Assert.That(verdict.Faults, Is.Empty);
        Assert.That(verdict.Entries, Is.EqualTo(Entries));
        Assert.That(verdict.Head, Is.EqualTo(new AuditMark(Entries, Convert.ToHexStringLower((await data.EntriesAsync())[^1].Hash))));
        Assert.That(AuditMark.Parse(verdict.Head!.ToString()), Is.EqualTo(verdict.Head));
    }

    [Test]
    public async Task Verify_AnyColumnOfAnyEntryChanged_NamesTheEntry([Range(1, Entries)] int seq)
    {
        var entries = await data.EntriesAsync();
        foreach (var column in TextColumns)
        {
            var before = await data.FirstAsync<string>($"SELECT {column} FROM AuditEntry WHERE Seq = @seq", new { seq });
            var others = new[] { before + " ", before?.ToUpperInvariant() + "x", "", null }.Where(v => v != before && (v is not null || column is not ("At" or "ActorKind" or "Action" or "Subject")));
            foreach (var value in others)
            {
                await data.RunAsync($"UPDATE AuditEntry SET {column} = @value WHERE Seq = @seq", new { value, seq });
                await AssertFoundAsync(AuditFaultKind.Edited, seq, $"{column} = '{value}'");
            }

            await data.RunAsync($"UPDATE AuditEntry SET {column} = @before WHERE Seq = @seq", new { before, seq });
        }

        var (hash, previous) = (entries[seq - 1].Hash, entries[seq - 1].PreviousHash);
        for (var bit = 0; bit < 256; bit += 37)
        {
            await data.RunAsync("UPDATE AuditEntry SET Hash = @hash WHERE Seq = @seq", new { hash = Flipped(hash, bit), seq });
            await AssertFoundAsync(AuditFaultKind.Edited, seq, $"bit {bit} of its hash");
            await data.RunAsync("UPDATE AuditEntry SET Hash = @hash, PreviousHash = @other WHERE Seq = @seq", new { hash, other = Flipped(previous, bit), seq });
            await AssertFoundAsync(AuditFaultKind.Edited, seq, $"bit {bit} of the link");
            await data.RunAsync("UPDATE AuditEntry SET PreviousHash = @previous WHERE Seq = @seq", new { previous, seq });
        }

        Assert.That((await data.VerifyAsync()).IsWhole, Is.True, "everything was put back");
    }

    [Test]
    public async Task Verify_TextMovedFromOneColumnToTheNext_IsFound()
    {
        await data.RunAsync("UPDATE AuditEntry SET Via = Via || SUBSTR(Address, 1, 1), Address = SUBSTR(Address, 2) WHERE Seq = 3");
        await AssertFoundAsync(AuditFaultKind.Edited, 3, "same letters, other columns");
    }

    [Test]
    public async Task Verify_EntriesRemoved_NamesThem([Range(1, Entries - 1)] int seq)
    {
        await data.RunAsync("DELETE FROM AuditEntry WHERE Seq = @seq", new { seq });
        await AssertFoundAsync(AuditFaultKind.Removed, seq, "one");
        await data.RunAsync("DELETE FROM AuditEntry WHERE Seq < @seq", new { seq });
        await AssertFoundAsync(AuditFaultKind.Removed, 1, "all up to it");
    }

    [Test]
    public async Task Verify_EntriesRemovedAndTheRestRenumbered_IsFound([Range(1, Entries - 1)] int seq)
    {
        await data.RunAsync(
            """
            DELETE FROM AuditEntry WHERE Seq = @seq;
            UPDATE AuditEntry SET Seq = -Seq WHERE Seq > @seq;
            UPDATE AuditEntry SET Seq = -Seq - 1 WHERE Seq < 0
            """,
            new { seq });
        Assert.That((await data.VerifyAsync()).Faults[0].Seq, Is.EqualTo(seq));
    }

    [Test]
    public void Verify_TwoEntriesSwapped_IsFound() => Properties.HoldForSeeds(40, async random =>
    {
        var (a, b) = (random.Next(1, Entries), random.Next(1, Entries));
        b += b >= a ? 1 : 0;
        await SwapAsync(a, b);
        await AssertFoundAsync(AuditFaultKind.ReorderedOrInserted, Math.Min(a, b), $"{a} and {b}");
        await SwapAsync(a, b);
        Assert.That((await data.VerifyAsync()).IsWhole, Is.True, "swapped back");
    });

    [Test]
    public async Task Verify_EntryInserted_IsFound([Values(-1, 0, 5, Entries + 1)] int at)
    {
        await data.RunAsync("UPDATE AuditEntry SET Seq = -100 - Seq WHERE Seq >= @at; UPDATE AuditEntry SET Seq = -99 - Seq WHERE Seq < -50", new { at = Math.Max(at, 1) });
        await data.RunAsync(
            $"INSERT INTO AuditEntry ({AuditRow.Columns}) SELECT @at, {AuditRow.Columns[5..]} FROM AuditEntry WHERE Seq = 2", new { at });
        Assert.That((await data.VerifyAsync()).Faults.Select(f => f.Seq), Does.Contain(at));
    }

    [Test]
    public async Task Verify_TailCut_NamesWhatIsMissing([Range(1, Entries)] int from)
    {
        await data.RunAsync("DELETE FROM AuditEntry WHERE Seq >= @from", new { from });
        await AssertFoundAsync(AuditFaultKind.TailCut, from, "entries alone");
        await data.RunAsync("UPDATE AuditHead SET Seq = @from - 1, Hash = (SELECT Hash FROM AuditEntry WHERE Seq = @from - 1) WHERE @from > 1", new { from });
        if (from > 1)
        {
            await AssertFoundAsync(AuditFaultKind.HeadAltered, from - 1, "and the head");
            await data.Database.RecordAsync("thing.later");
            Assert.That((await data.VerifyAsync()).IsWhole, Is.False, "what is written later does not seal the forged head");
        }
    }

    [TestCase("UPDATE AuditHead SET Seq = Seq + 1", AuditFaultKind.HeadAltered)]
    [TestCase("UPDATE AuditHead SET Hash = x'00'", AuditFaultKind.HeadAltered)]
    [TestCase("UPDATE AuditHead SET Seal = x''", AuditFaultKind.HeadAltered)]
    [TestCase("DELETE FROM AuditHead", AuditFaultKind.HeadAltered)]
    [TestCase("UPDATE AuditHead SET KeyId = UPPER(KeyId) || '0'", AuditFaultKind.OtherKey)]
    [TestCase("DELETE FROM AuditEntry", AuditFaultKind.TailCut)]
    [TestCase("DELETE FROM AuditEntry; DELETE FROM AuditHead", AuditFaultKind.HeadAltered)]
    [TestCase("UPDATE AuditHead SET Seq = 3, Hash = (SELECT Hash FROM AuditEntry WHERE Seq = 3)", AuditFaultKind.HeadAltered)]
    [TestCase("UPDATE AuditHead SET Seq = 0, Hash = x'', KeyId = '', Seal = x''", AuditFaultKind.HeadAltered)]
    public async Task Verify_EndOfTheChainAltered_IsFoundAndStaysFound(string sql, AuditFaultKind kind)
    {
        await data.RunAsync(sql);
        var verdict = await data.VerifyAsync();
        Assert.That(verdict.Faults.Select(f => f.Kind), Does.Contain(kind));
        Assert.That(verdict.Head, Is.Null, "a head that is not true is not offered for noting");

        await data.Database.RecordAsync("thing.later");
        await data.Open().RecordAsync("thing.later still");
        Assert.That((await data.VerifyAsync()).IsWhole, Is.False, "what is written later does not cover it up");
        Assert.That((await data.VerifyAsync()).Faults.Select(f => f.Message.In(english: true)), Is.All.Not.Empty);
        Assert.That((await data.EntriesAsync())[^1].Action, Is.EqualTo("thing.later still"), "and is written all the same");
    }

    [Test]
    public async Task Verify_WholeStateOfAnEarlierMomentPutBack_IsFoundByTheNotedHeadAndByARunningServer()
    {
        var before = (await data.ListAsync<AuditHead>("SELECT Seq, Hash, KeyId, Seal FROM AuditHead"))[0];
        await data.Database.RecordAsync("thing.bad");
        var after = (await data.VerifyAsync()).Head!;
        await data.RunAsync(
            """
            DELETE FROM AuditEntry WHERE Seq > @Seq;
            UPDATE AuditHead SET Seq = @Seq, Hash = @Hash, Seal = @Seal
            """,
            before);
        Assert.That((await data.VerifyAsync()).IsWhole, Is.True, "an older copy is a whole chain");
        Assert.That((await data.VerifyAsync(whole)).IsWhole, Is.True);
        Assert.That((await data.VerifyAsync(after)).Faults.Single(), Has.Property("Kind").EqualTo(AuditFaultKind.NotAsNoted).And.Property("Seq").EqualTo(after.Seq));

        await data.Database.RecordAsync("thing.later");
        Assert.That((await data.VerifyAsync()).Faults.Single().Kind, Is.EqualTo(AuditFaultKind.HeadAltered), "the process that wrote the lost entry knows better");
        Assert.That((await data.VerifyAsync(after)).Faults.Select(f => f.Kind), Does.Contain(AuditFaultKind.NotAsNoted), "same number, other hash");
    }

    [Test]
    public async Task Verify_WithoutTheKeyOrWithAnother_SaysSo()
    {
        var other = AuditKey.Of(new byte[AuditKey.Bytes]);
        Assert.That((await data.VerifyAsync(key: other)).Faults.Single().Kind, Is.EqualTo(AuditFaultKind.OtherKey));
        Assert.That((await data.VerifyAsync(key: AuditKey.InFolder(Path.Combine(data.Folder, "none")))).Faults.Single().Kind, Is.EqualTo(AuditFaultKind.KeyMissing));
        Assert.That(Directory.Exists(Path.Combine(data.Folder, "none")), Is.False, "verifying makes no key");
    }

    [Test]
    public async Task Guards_UpdateOrDelete_AreRefused()
    {
        await using var guarded = await TestDatabase.CreateAsync();
        await guarded.Database.RecordAsync("thing.done");
        Assert.That(() => guarded.RunAsync("UPDATE AuditEntry SET Action = 'x'"), Throws.InstanceOf<DbException>().With.Message.Contains("only appended"));
        Assert.That(() => guarded.RunAsync("DELETE FROM AuditEntry"), Throws.InstanceOf<DbException>().With.Message.Contains("only appended"));
        Assert.That((await guarded.VerifyAsync()).IsWhole, Is.True);
    }

    private async Task AssertFoundAsync(AuditFaultKind kind, long seq, string what)
    {
        var verdict = await data.VerifyAsync();
        Assert.That(verdict.Faults.Select(f => (f.Kind, f.Seq)).FirstOrDefault(), Is.EqualTo((kind, seq)), what);
        Assert.That(verdict.Faults.Select(f => f.Message.Zh + f.Message.En), Has.All.Not.Empty);
    }

    private Task SwapAsync(int a, int b) => data.RunAsync(
        "UPDATE AuditEntry SET Seq = -1 WHERE Seq = @a; UPDATE AuditEntry SET Seq = @a WHERE Seq = @b; UPDATE AuditEntry SET Seq = @b WHERE Seq = -1", new { a, b });

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var other = bytes.ToArray();
        other[bit / 8] ^= (byte)(1 << (bit % 8));
        return other;
    }
}
