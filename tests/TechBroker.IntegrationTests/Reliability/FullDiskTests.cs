using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TechBroker.IntegrationTests.Evidence;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Reliability;

/// <summary>R11 on a file system that is really full: posts, imports and evidence are refused with a sentence, nothing is half there, and it goes on by itself.</summary>
[NonParallelizable]
internal sealed class FullDiskTests
{
    private string disk = null!;

    [SetUp]
    public void Mount()
    {
        disk = Directory.CreateTempSubdirectory("techbroker-disk-").FullName;
        if (!OperatingSystem.IsLinux() || Run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk) != 0)
        {
            Assert.Ignore("a small file system could not be mounted: needs Linux and root");
        }
    }

    [TearDown]
    public void Unmount()
    {
        Run("umount", disk);
        Directory.Delete(disk, recursive: true);
    }

    [Test]
    public async Task Post_OnAFullDisk_IsRefusedWithASentenceAndWorksAgainWhenThereIsRoom()
    {
        var data = Path.Combine(disk, "data");
        using var server = await ServerProcess.StartAsync(data);
        using var http = await server.SignInAsync();
        var before = await PostAsync(http, "磁盘满之前");
        Assert.That(before.Code, Is.EqualTo(HttpStatusCode.Created));
        Guid deal;
        await using (var folder = DataFolder.Open(data))
        {
            deal = await SignedDeals.AddAsync(folder.Database);
        }

        await server.DrainAsync();
        var filler = Path.Combine(disk, "filler");
        Fill(filler);

        Reply post;
        var posts = 0;
        do
        {
            // The log's file has some room left within itself.
            post = await PostAsync(http, $"磁盘已满 {posts++}");
        }
        while (post.Code == HttpStatusCode.Created && posts < 500);

        AssertRefused(post);
        AssertRefused(await SendAsync(http, $"/api/v1/deals/{deal}/evidence", Uploading.Form([.. Samples.Pdf(), .. new byte[2_000_000]], "合同.pdf")));
        AssertRefused(await SendAsync(http, Uploads.ImportsPath, Uploads.Form("listings", Encoding.UTF8.GetBytes("编号,标题\n" + new string('1', 2_000_000) + ",某成果\n"), "a.csv")));
        using (var read = await http.GetAsync("/api/v1/listings"))
        {
            Assert.That(read.StatusCode, Is.EqualTo(HttpStatusCode.OK), "reading goes on");
        }

        Assert.That(Directory.Exists(Path.Combine(data, "imports")) ? Directory.GetFiles(Path.Combine(data, "imports")) : [], Is.Empty, "no half of an upload is left");
        File.Delete(filler);
        await Eventually.BecomesAsync(async () => (await PostAsync(http, "又有空间")).Code == HttpStatusCode.Created, "posting to work again");
        Assert.That((await SendAsync(http, $"/api/v1/deals/{deal}/evidence", Uploading.Form(Samples.Pdf(), "合同.pdf"))).Code, Is.EqualTo(HttpStatusCode.Created));
        await server.DrainAsync();
        Assert.That(await server.TerminateAsync(), Is.Zero);
        await using var after = DataFolder.Open(data);
        Assert.That(await after.ListAsync<string>("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
        Assert.That(await after.FirstAsync("SELECT COUNT(*) FROM Evidence"), Is.EqualTo(1));
        Assert.That(await after.FirstAsync("SELECT COUNT(*) FROM ImportJob"), Is.Zero);
        Assert.That(await after.FirstAsync("SELECT COUNT(*) FROM Listing l WHERE NOT EXISTS (SELECT 1 FROM MarketRevision r WHERE r.ItemId = l.Id)"), Is.Zero, "no listing without its revision");
    }

    private static void AssertRefused(Reply reply)
    {
        Assert.That(reply.Code, Is.EqualTo(HttpStatusCode.ServiceUnavailable), reply.Body);
        Assert.That(JsonElement.Parse(reply.Body).GetProperty("code").GetString(), Is.AnyOf("storage-unavailable", "storage-full"));
        Assert.That(reply.Body, Does.Contain("nothing was changed"));
    }

    private static async Task<Reply> PostAsync(HttpClient http, string title)
    {
        using var content = JsonContent.Create(new { title, description = new string('满', 5_000), publish = true });
        return await SendAsync(http, "/api/v1/listings", content);
    }

    private static async Task<Reply> SendAsync(HttpClient http, string path, HttpContent content)
    {
        using (content)
        {
            using var answer = await http.PostAsync(path, content);
            return new Reply(answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }

    private sealed record Reply(HttpStatusCode Code, string Body);
}
