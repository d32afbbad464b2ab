using System.Diagnostics;
using System.Text;
using TechBroker.IntegrationTests.Safety;

namespace TechBroker.IntegrationTests.Evidence;

/// <summary>What is too large, or ends in the middle, leaves nothing on disk and nothing in the database.</summary>
internal sealed class LargeUploadTests : EvidenceFixture
{
    private const long Gigabyte = 1024L * 1024 * 1024;

    [TearDown]
    public async Task NothingIsLeftAsync()
    {
        await Support.Eventually.BecomesAsync(() => Task.FromResult(Incoming().Length == 0), "the temporary file to go");
        Assert.That(await CountAsync("SELECT COUNT(*) FROM Evidence WHERE DealId = @Deal", new { Deal }), Is.Zero);
    }

    [Test]
    public async Task Upload_OfAStatedGigabyte_IsRefusedBeforeItComes()
    {
        using var connection = await RawConnection.OpenAsync(Server.Address);
        var watch = Stopwatch.StartNew();
        await connection.SendAsync(Head($"Content-Length: {Gigabyte}") + FilePart);

        var (status, text) = await connection.ReadAsync(TimeSpan.FromSeconds(20));

        Assert.That((status, text.Contains("upload-too-large", StringComparison.Ordinal)), Is.EqualTo((413, true)), text);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task Upload_WithoutAStatedLength_IsRefusedAfterTheLimit()
    {
        using var connection = await RawConnection.OpenAsync(Server.Address);
        await connection.SendAsync(Head("Transfer-Encoding: chunked"));
        await connection.SendAsync(Chunk(FilePart + "%PDF-1.7\n"));
        var piece = Chunk(new string('x', 64 * 1024));
        for (var i = 0; i < 40; i++)
        {
            await connection.SendAsync(piece);
        }

        var (status, text) = await connection.ReadAsync(TimeSpan.FromSeconds(20));

        Assert.That((status, text.Contains("upload-too-large", StringComparison.Ordinal)), Is.EqualTo((413, true)), text);
    }

    [Test]
    public async Task Upload_OfOneByteTooMany_IsRefusedAndTheLimitItselfIsNot()
    {
        var most = Encoding.ASCII.GetBytes("%PDF-1.7\n" + new string('x', (1024 * 1024) - 9));
        (await UploadAsync(Manager, [.. most, (byte)'x'])).IsProblem(413, "upload-too-large");

        var elsewhere = await SignedDeals.AddAsync(Server.Database, (University, null));
        (await Uploading.SendAsync(Server, $"/api/v1/deals/{elsewhere}/evidence", Manager, most, "a.pdf", "contract", null)).Succeeds(201);
    }

    [Test]
    public async Task Upload_CutOff_LeavesNothing()
    {
        using (var connection = await RawConnection.OpenAsync(Server.Address))
        {
            await connection.SendAsync(Head("Content-Length: 100000") + FilePart + "%PDF-1.7\nhalf");
            await Support.Eventually.BecomesAsync(() => Task.FromResult(Incoming().Length == 1), "the upload to begin");
        }
    }

    [Test]
    public async Task Upload_WithoutItsEnd_IsRefused()
    {
        using var connection = await RawConnection.OpenAsync(Server.Address);
        var body = FilePart + "%PDF-1.7\nhalf";
        await connection.SendAsync(Head($"Content-Length: {body.Length}") + body);

        var (status, text) = await connection.ReadAsync(TimeSpan.FromSeconds(20));

        Assert.That((status, text.Contains("form-unreadable", StringComparison.Ordinal)), Is.EqualTo((400, true)), text);
    }

    private const string FilePart = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";

    private string Head(string length) =>
        $"POST {Path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer {Manager.Token}\r\nContent-Type: multipart/form-data; boundary=b\r\n{length}\r\n\r\n";

    private static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";
}
