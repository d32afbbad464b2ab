using System.Diagnostics;
using System.Text;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>Requests that are slow, long or cut into many parts, to hold the server's memory, disk or connections.</summary>
internal sealed class UploadSafetyTests : OnOneServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Test]
    public async Task Upload_Dripping_IsCutOff()
    {
        using var connection = await RawConnection.OpenAsync(Server.Address);
        await connection.SendAsync(Head(Uploads.ImportsPath, "multipart/form-data; boundary=b", 1_000_000) + "--b\r\n");

        // Nothing more comes: less than 240 bytes a second once the grace of five seconds is over.
        var (status, text) = await connection.ReadAsync(Patience);

        Assert.That(status, Is.EqualTo(408), text);
        Assert.That(text, Does.Contain("too-slow"));
    }

    [Test]
    public async Task Body_Dripping_IsCutOff()
    {
        using var connection = await RawConnection.OpenAsync(Server.Address);
        await connection.SendAsync(Head(Listings, "application/json", 500) + "{\"title\":");

        Assert.That((await connection.ReadAsync(Patience)).Status, Is.EqualTo(408));
    }

    [Test]
    public async Task Headers_Dripping_AreCutOff()
    {
        using var connection = await RawConnection.OpenAsync(Server.Address);
        await connection.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\n");

        Assert.That((await connection.ReadAsync(Patience)).Status, Is.AnyOf(0, 408));
    }

    [Test]
    public async Task Upload_OfThousandsOfParts_IsRefusedQuickly([Values("name=\"x\"", "name=\"file\"; filename=\"a.csv\"")] string part)
    {
        var body = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
        {
            body.Append("--b\r\nContent-Disposition: form-data; ").Append(part).Append("\r\n\r\n\r\n");
        }

        body.Append("--b--\r\n");
        var watch = Stopwatch.StartNew();

        (await SendAsync(Encoding.ASCII.GetBytes(body.ToString()))).IsProblem(400, "form-unreadable");

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task Upload_WithAHugeName_IsRefused()
    {
        var body = $"--b\r\nContent-Disposition: form-data; name=\"{new string('n', 100_000)}\"\r\n\r\nx\r\n--b--\r\n";

        (await SendAsync(Encoding.ASCII.GetBytes(body))).IsProblem(400, "form-unreadable");
    }

    [Test]
    public async Task Upload_WithManyHeadersInAPart_IsRefused()
    {
        var headers = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"X-{i}: y\r\n"));

        (await SendAsync(Encoding.ASCII.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n{headers}\r\nlistings\r\n--b--\r\n"))).IsProblem(400, "form-unreadable");
    }

    [TestCase("GET /?q=LONG HTTP/1.1\r\nHost: localhost\r\n\r\n", 414)]
    [TestCase("GET / HTTP/1.1\r\nHost: localhost\r\nX: LONG\r\n\r\n", 431)]
    [TestCase("GET / HTTP/1.1\r\nHost: localhost\r\nMANY\r\n", 431)]
    public async Task Head_TooLarge_IsRefused(string head, int expected)
    {
        using var connection = await RawConnection.OpenAsync(Server.Address);
        await connection.SendAsync(head
            .Replace("LONG", new string('x', 40_000), StringComparison.Ordinal)
            .Replace("MANY", string.Concat(Enumerable.Range(0, 150).Select(i => $"X-{i}: y\r\n")), StringComparison.Ordinal));

        Assert.That((await connection.ReadAsync(Patience)).Status, Is.EqualTo(expected));
    }

    private string Head(string path, string type, int length) =>
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer {Server.Admin.Token}\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n\r\n";

    private Task<Reply> SendAsync(byte[] form) => Server.SendAsync(HttpMethod.Post, Uploads.ImportsPath, form, ("Content-Type", "multipart/form-data; boundary=b"));
}
