using System.Text.Json.Nodes;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Evidence;
using TechBroker.IntegrationTests.Reliability;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Audit;

namespace TechBroker.IntegrationTests.CommandLine;

/// <summary>R16: a backup under load holds every commit from before it, and what is restored from it goes on.</summary>
internal sealed class BackupTests
{
    [Test]
    public async Task Backup_UnderLoad_RestoresEveryAnsweredPostAndGoesOn()
    {
        using var files = new Scratch();
        using var clients = new PersistentClients(6);
        Dictionary<int, Guid> before;
        using (var server = await ServerProcess.StartAsync(files.Path("data")))
        {
            await clients.UseAsync(server);
            await UploadAsync(server, "磁体专利许可合同");
            clients.Start();
            await Eventually.BecomesAsync(() => Task.FromResult(clients.Acknowledged.Count >= 150), "posts");
            before = new(clients.Acknowledged);
            (await Techbroker.RunAsync("backup", "--data", files.Path("data"), "--to", files.Path("backup"))).Succeeds();
            var during = clients.Acknowledged.Count;
            await Eventually.BecomesAsync(() => Task.FromResult(clients.Acknowledged.Count > during), "posts after it");
            await clients.FinishAsync();
            await server.KillAsync();
        }

        Assert.That(Directory.Exists(files.Path("backup.partial")), Is.False);
        var restored = (await Techbroker.RunAsync("restore", "--from", files.Path("backup"), "--data", files.Path("again"))).Succeeds();
        Assert.That(restored.Out, Does.Match(@"Listing \d+").And.Contain("Evidence 1").And.Contain("Audit head: "));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(files.Path("again/keys")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            Assert.That(Directory.GetFiles(files.Path("again/keys")).Select(File.GetUnixFileMode), Is.Not.Empty.And.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }

        await using (var folder = DataFolder.Open(files.Path("again")))
        {
            var stored = await folder.ListAsync<Guid>("SELECT Id FROM Listing UNION ALL SELECT Id FROM Need");
            Assert.That(before.Values, Is.SubsetOf(stored), "every post answered before the backup began");
            Assert.That(stored, Is.SubsetOf(clients.Acknowledged.Values), "and none that nobody made");
            var audit = await folder.Database.SnapshotAsync(s => AuditChain.VerifyAsync(s, AuditKey.InFolder(files.Path("again")), null, CancellationToken.None), CancellationToken.None);
            Assert.That(audit.Faults, Is.Empty);
        }

        await GoesOnAsync(files, clients, before);
    }

    // Posts are sent again under their old keys; what was unfinished is matched; nothing is there twice.
    private static async Task GoesOnAsync(Scratch files, PersistentClients clients, Dictionary<int, Guid> before)
    {
        using var server = await ServerProcess.StartAsync(files.Path("again"));
        foreach (var (number, id) in before)
        {
            Assert.That(await clients.PostAsync(number, server.Address), Is.EqualTo(id), "the same answer to the same key, by people who signed in before");
        }

        await server.DrainAsync();
        await using var folder = DataFolder.Open(server.DataDirectory);
        var pairs = before.Keys.Where(n => n % 2 == 0 && before.ContainsKey(n + 1)).Select(n => $"{before[n]} {before[n + 1]}").ToList();
        var matches = await folder.ListAsync<string>("SELECT ListingId || ' ' || NeedId FROM Match");
        Assert.That(pairs, Is.SubsetOf(matches).And.Not.Empty);
        Assert.That(matches, Is.Unique);
        Assert.That(await folder.FirstAsync("SELECT COUNT(*) FROM ParkedMessage"), Is.Zero);
        Assert.That(await server.TerminateAsync(), Is.Zero);
    }

    [Test]
    public async Task Restore_OfWhatIsNoWholeBackup_SaysWhyAndMakesNothing()
    {
        using var files = new Scratch();
        using (var server = await ServerProcess.StartAsync(files.Path("data")))
        {
            await UploadAsync(server, "合同");
        }

        File.Copy(files.Path("data/techbroker.db"), Path.Combine(files.Folder("b.partial"), "techbroker.db"));
        (await RestoreAsync(files, "new", from: "b.partial")).Refuses(1, "no backup", "interrupted");
        (await Techbroker.RunAsync("backup", "--data", files.Path("data"), "--to", files.Path("b"))).Succeeds();
        Assert.That(Directory.Exists(files.Path("b.partial")), Is.False, "what an interrupted one left is cleared away");
        (await Techbroker.RunAsync("backup", "--data", files.Path("data"), "--to", files.Path("b"))).Refuses(1, "not empty");
        (await RestoreAsync(files, "data")).Refuses(1, "not empty");
        (await RestoreAsync(files, "new", from: "data")).Refuses(1, "no backup", "interrupted");

        var evidence = Directory.GetFiles(files.Path("b/evidence"), "*", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(evidence);
        await File.WriteAllBytesAsync(evidence, [.. bytes.Select((b, i) => i == 7 ? (byte)(b ^ 1) : b)]);
        (await RestoreAsync(files, "new")).Refuses(1, Path.GetFileName(evidence), "damaged");
        File.Delete(evidence);
        (await RestoreAsync(files, "new")).Refuses(1, Path.GetFileName(evidence), "missing");
        await File.WriteAllBytesAsync(evidence, bytes);

        await ChangeAsync(files, m => m["schema"] = 9001);
        (await RestoreAsync(files, "new")).Refuses(1, "9001", "newer");
        await ChangeAsync(files, m => (m["schema"], m["files"]![0]!["path"]) = (1, "../techbroker.db"));
        (await RestoreAsync(files, "new")).Refuses(1, "outside");
        await ChangeAsync(files, m => m["files"]![0]!["path"] = "techbroker.db");
        Assert.That(Directory.Exists(files.Path("new")), Is.False);
        (await RestoreAsync(files, "new")).Succeeds();
    }

    [Test]
    public async Task Backup_OfDamagedEvidence_KeepsTheRestAndFails()
    {
        using var files = new Scratch();
        using (var server = await ServerProcess.StartAsync(files.Path("data")))
        {
            await UploadAsync(server, "合同");
        }

        var evidence = Directory.GetFiles(files.Path("data/evidence"), "*", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(evidence, "x");
        var run = await Techbroker.RunAsync("backup", "--data", files.Path("data"), "--to", files.Path("b"));
        run.Refuses(1, "gone or damaged", Path.GetFileName(evidence));
        Assert.That((await RestoreAsync(files, "new")).Succeeds().Out, Does.Contain(Path.GetFileName(evidence)));
        (await Techbroker.RunAsync("backup", "--data", files.Path("nothing"), "--to", files.Path("c"))).Refuses(1, "no database");
    }

    private static Task<Techbroker> RestoreAsync(Scratch files, string data, string from = "b") =>
        Techbroker.RunAsync("restore", "--from", files.Path(from), "--data", files.Path(data));

    private static async Task ChangeAsync(Scratch files, Action<JsonNode> change)
    {
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(files.Path("b/manifest.json")))!;
        change(manifest);
        await File.WriteAllTextAsync(files.Path("b/manifest.json"), manifest.ToJsonString());
    }

    private static async Task UploadAsync(ServerProcess server, string text)
    {
        using var http = await server.SignInAsync();
        await using var folder = DataFolder.Open(server.DataDirectory);
        var deal = await SignedDeals.AddAsync(folder.Database);
        using var form = Uploading.Form(Samples.Pdf(text), "合同.pdf");
        using var answer = await http.PostAsync(new Uri($"/api/v1/deals/{deal}/evidence", UriKind.Relative), form);
        Assert.That((int)answer.StatusCode, Is.EqualTo(201), await answer.Content.ReadAsStringAsync());
    }
}
