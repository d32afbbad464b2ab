using Microsoft.Extensions.DependencyInjection;
using TechBroker.Storage.Evidence;

namespace TechBroker.IntegrationTests.Evidence;

/// <summary>With a scanner set, nothing is kept or handed out that it has not found clean.</summary>
internal sealed class ScannerTests : EvidenceFixture
{
    private FakeClam clam = null!;

    private EvidenceOptions Options => Server.App.Services.GetRequiredService<EvidenceOptions>();

    [SetUp]
    public void Scanner()
    {
        clam = new FakeClam();
        (Options.ClamHost, Options.ClamPort) = ("127.0.0.1", clam.Port);
    }

    [TearDown]
    public async Task StopScannerAsync() => await clam.DisposeAsync();

    [Test]
    public async Task Upload_OfACleanFile_IsScannedOnce()
    {
        var file = (await UploadAsync(Manager, Samples.Pdf())).Succeeds(201).Id;
        (await AsAsync(Seeker, HttpMethod.Get, $"{Path}/{file}")).Succeeds();
        Assert.That(clam.Seen, Is.EqualTo(1));
    }

    [Test]
    public async Task Upload_OfAVirus_IsRefusedAndLeavesNothing()
    {
        var virus = Virus();
        (await UploadAsync(Seeker, virus, "发票.txt")).IsProblem(422, "evidence-infected");
        Assert.That((Incoming().Length, File.Exists(ContentOf(virus)), await CountAsync("SELECT COUNT(*) FROM Evidence WHERE DealId = @Deal", new { Deal })), Is.EqualTo((0, false, 0)));
    }

    [Test]
    public async Task Upload_WithoutTheScanner_IsNotTaken()
    {
        await clam.DisposeAsync();
        var reply = (await UploadAsync(Seeker, Samples.Pdf())).IsProblem(503, "scanner-unavailable");
        Assert.That((reply.Headers["Retry-After"], Incoming().Length), Is.EqualTo(("30", 0)));
    }

    [Test]
    public async Task Download_OfWhatCameBeforeTheScanner_IsScannedFirst()
    {
        Options.ClamHost = null;
        var virus = (await UploadAsync(Seeker, Virus(), "a.txt")).Succeeds(201).Id;
        var clean = (await UploadAsync(Seeker, Samples.Pdf())).Succeeds(201).Id;
        (await AsAsync(Manager, HttpMethod.Get, $"{Path}/{virus}")).Succeeds();
        Options.ClamHost = "127.0.0.1";

        for (var i = 0; i < 2; i++)
        {
            (await AsAsync(Manager, HttpMethod.Get, $"{Path}/{virus}")).IsProblem(422, "evidence-infected");
            (await AsAsync(Manager, HttpMethod.Get, $"{Path}/{clean}")).Succeeds();
        }

        Assert.That(clam.Seen, Is.EqualTo(2));
    }

    // One of its own: the same content may be kept for another test's deal.
    private static byte[] Virus() => System.Text.Encoding.ASCII.GetBytes($"{Samples.Eicar}\n{Guid.NewGuid()}");
}
