using System.Security.Cryptography;
using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage;
using TechBroker.Storage.Evidence;

namespace TechBroker.IntegrationTests.Evidence;

/// <summary>Two servers on one folder: the start of one takes nothing away from an upload of the other.</summary>
internal sealed class SharedFolderTests
{
    private static readonly byte[] Content = [1, 2, 3];
    private TestDatabase data = null!;
    private EvidenceFiles files = null!, others = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        data = await TestDatabase.CreateAsync();
        var storage = new StorageOptions { DataDirectory = data.Folder };
        (files, others) = (new EvidenceFiles(storage, data.Database), new EvidenceFiles(storage, data.Open()));
    }

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Sweep_WhileAnotherServerReceivesAFile_LeavesIt()
    {
        await using var part = files.Begin();
        await others.SweepAsync();
        Assert.That(File.Exists(part.Name), Is.True);
    }

    [Test]
    public async Task Sweep_WhileAnotherServerCommitsAFile_LeavesItsContent()
    {
        var deal = await SignedDeals.AddAsync(data.Database);
        var (name, sha256) = await PartAsync();
        await files.KeepAsync(name, sha256, async () =>
        {
            await others.SweepAsync();
            Assert.That(Directory.GetFiles(Path.Combine(data.Folder, "evidence", sha256[..2])), Has.Length.EqualTo(1), "no row stands for it yet");
            return await CommitAsync(deal, sha256);
        });
        await others.SweepAsync();
        Assert.That(await others.OpenAsync(sha256, CancellationToken.None) is { } open && await CloseAsync(open), Is.True);
        Assert.That(Directory.GetFiles(Path.Combine(data.Folder, "evidence", "incoming")), Is.Empty);
    }

    [Test]
    public async Task Keep_OfOneContentByBoth_WaitsForTheOther()
    {
        var deal = await SignedDeals.AddAsync(data.Database);
        var (name, sha256) = await PartAsync();
        var (second, _) = await PartAsync();
        Task<bool>? waiting = null;

        // The one that is refused would take the content away under the one that is about to commit.
        await files.KeepAsync(name, sha256, async () =>
        {
            waiting = others.KeepAsync(second, sha256, () => Task.FromResult(false));
            return await CommitAsync(deal, sha256);
        });
        await waiting!;
        Assert.That(await others.OpenAsync(sha256, CancellationToken.None) is { } open && await CloseAsync(open), Is.True);
    }

    private async Task<(string Name, string Sha256)> PartAsync()
    {
        await using var part = files.Begin();
        await part.WriteAsync(Content);
        return (part.Name, Convert.ToHexStringLower(SHA256.HashData(Content)));
    }

    private async Task<bool> CommitAsync(Guid deal, string sha256) => await data.RunAsync(
        """
        INSERT INTO Evidence (Id, DealId, Kind, FileName, Format, Length, Sha256, UploadedBy, UploadedFor, UploadedAt)
        VALUES (@id, @deal, 'contract', 'a.pdf', 'pdf', 3, @sha256, @id, 'centre', @now)
        """,
        new { id = Guid.NewGuid(), deal, sha256, now = Posting.Now }) == 1;

    private static async Task<bool> CloseAsync(FileStream open)
    {
        await open.DisposeAsync();
        return true;
    }
}
