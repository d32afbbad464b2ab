using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Audit;

namespace TechBroker.IntegrationTests.Audit;

/// <summary>techbroker audit verify, as an operator runs it.</summary>
internal sealed class AuditVerbTests
{
    private Scratch files = null!;

    [SetUp]
    public void SetUp() => files = new Scratch();

    [TearDown]
    public void TearDown() => files.Dispose();

    [Test]
    public async Task Verify_BesideARunningServerAndAfterTampering_SaysWhatItFinds()
    {
        // Without dispatch, whose proposals would come in between.
        await using var server = await TestServer.StartAsync(s => s.Dispatch.Enabled = false);
        await server.PostListingAsync("电解槽");
        await server.PostNeedAsync("电解槽");
        var whole = (await VerifyAsync(server.DataDirectory)).Succeeds();
        Assert.That(whole.Lines[0], Does.StartWith("3 entries checked in ").And.EndsWith("the record is whole."));
        var mark = AuditMark.Parse(whole.Lines[1]["Head: ".Length..])!;
        Assert.That(mark.Seq, Is.EqualTo(3));

        await server.PostListingAsync("卫星");
        (await VerifyAsync(server.DataDirectory, "--head", mark.ToString())).Succeeds();
        (await VerifyAsync(server.DataDirectory, "--head", $"4:{mark.Hash}")).Refuses(1, "Entry 4", "noted");
        (await VerifyAsync(server.DataDirectory, "--head", $"7:{mark.Hash}")).Refuses(1, "ends at entry 4", "older copy");

        await server.Database.WriteAsync(s => s.RunAsync("DROP TRIGGER TR_AuditEntry_Update; UPDATE AuditEntry SET At = '2020-01-01T00:00:00.0000000Z' WHERE Seq = 2"), CancellationToken.None);
        var edited = (await VerifyAsync(server.DataDirectory)).Refuses(1, "Entry 2 was edited.");
        Assert.That(edited.Lines.Single(), Does.StartWith("1 entries checked"), "no head to note");
        (await Techbroker.RunAsync("audit", "verify", "--data", server.DataDirectory)).Refuses(1, "第 2 条审计记录被改动过");
    }

    [Test]
    public async Task Verify_NothingToVerify_FailsClearlyAndMakesNothing()
    {
        (await VerifyAsync(files.Path("none"))).Refuses(1, "no database", "none");
        Assert.That(Directory.Exists(files.Path("none")), Is.False);
        (await VerifyAsync(files.Path("none"), "--head", "12")).Refuses(2, "--head", "SEQ:HASH");

        var key = ("Audit__Key", "short");
        (await Techbroker.RunAsync([key], "audit", "verify", "--data", files.Path("none"))).Refuses(2, "Audit:Key");

        (await Techbroker.RunAsync("migrate", "--data", files.Path("empty"))).Succeeds();
        Assert.That((await VerifyAsync(files.Path("empty"))).Succeeds().Out, Does.StartWith("0 entries checked"));
        Assert.That(Directory.Exists(Path.Combine(files.Path("empty"), "keys")), Is.False);
    }

    [Test]
    public async Task Verify_KeyGone_SaysSo()
    {
        await using var data = await TestDatabase.CreateAsync();
        await data.Database.RecordAsync("thing.done");
        var file = Path.Combine(data.Folder, "keys", "audit.key");
        File.Move(file, file + ".away");
        (await VerifyAsync(data.Folder)).Refuses(1, "audit.key", "Audit__Key");
        (await Techbroker.RunAsync([("Audit__Key", File.ReadAllText(file + ".away").Trim())], "audit", "verify", "--data", data.Folder)).Succeeds();
        File.WriteAllText(file, "nonsense");
        (await VerifyAsync(data.Folder)).Refuses(1, "audit.key", "holds no key");
    }

    [Test]
    public async Task Import_FromTheCommandLine_IsTheOperatorsDoing()
    {
        var file = files.Write("l.jsonl", "{\"id\":\"a\",\"title\":\"电堆\"}\n{\"id\":\"b\",\"title\":\"电极\"}\n");
        (await Techbroker.RunAsync("import", file, "--kind", "listings", "--data", files.Path("data"))).Succeeds();
        await using var data = DataFolder.Open(files.Path("data"));
        Assert.That(
            await data.ListAsync<string>("SELECT Action || ' ' || ActorKind || ' ' || Via FROM AuditEntry ORDER BY Seq"),
            Is.EqualTo(new[] { "import.started operator commandLine", "listing.created operator commandLine", "listing.created operator commandLine" }));
        (await VerifyAsync(files.Path("data"))).Succeeds();
    }

    private static Task<Techbroker> VerifyAsync(string data, params string[] more) => Techbroker.RunAsync(["audit", "verify", "--language", "en", "--data", data, .. more]);
}
