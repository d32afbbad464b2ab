using TechBroker.Composition;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

/// <summary>The upload itself: forms that are wrong, cut off, too large or sent twice, and names that nobody should trust.</summary>
internal sealed class UploadTests : OnOneServer
{
    private const int MaxUpload = 64 * 1024;

    [Test]
    public async Task Post_WithoutAnything_NamesEveryMissingPart()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" } };

        (await Server.Http.SendFormAsync(form)).Breaks("file", "kind");
    }

    [TestCase("kind", "deals")]
    [TestCase("kind", "Listings")]
    [TestCase("dryRun", "perhaps")]
    [TestCase("publish", "2")]
    [TestCase("organisationId", "清华大学")]
    public async Task Post_WrongValue_IsNamed(string name, string value)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Utf8("标题\n甲\n")), "file", "f.csv" }, { new StringContent(value), name } };
        if (name != "kind")
        {
            form.Add(new StringContent("listings"), "kind");
        }

        (await Server.Http.SendFormAsync(form)).Breaks(name);
    }

    [Test]
    public async Task Post_TwoFiles_IsRefused()
    {
        using var form = Form("listings", Utf8("标题\n甲\n"), "one.csv");
        form.Add(new ByteArrayContent(Utf8("标题\n乙\n")), "file", "two.csv");

        (await Server.Http.SendFormAsync(form)).Breaks("file");
    }

    [TestCase("application/json", "{}")]
    [TestCase("text/csv", "标题\n甲\n")]
    [TestCase("text/plain", "")]
    public async Task Post_OtherContentType_IsRefused(string type, string body) =>
        (await PostAsync(ImportsPath, body, ("Content-Type", type))).IsProblem(415, "unsupported-media-type");

    [TestCase("multipart/form-data")]
    [TestCase("multipart/form-data; boundary=")]
    [TestCase("multipart/form-data; boundary=nowhere")]
    public async Task Post_WithoutUsableBoundary_IsRefused(string type) =>
        (await PostAsync(ImportsPath, "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nlistings\r\n--b--\r\n", ("Content-Type", type))).IsProblem(400, "form-unreadable");

    [Test]
    public async Task Post_CutOffAnywhere_IsRefusedAndStoresNothing()
    {
        using var form = Form("listings", Utf8("标题\n半个文件\n"), "half.csv");
        var whole = await form.ReadAsByteArrayAsync();
        var before = (await GetAsync($"{ImportsPath}?limit=200")).Ids;
        for (var length = 1; length < whole.Length - 8; length += 13)
        {
            var reply = await PostAsync(ImportsPath, whole[..length], ("Content-Type", form.Headers.ContentType!.ToString()));
            Assert.That((reply.Status, reply.MediaType), Is.EqualTo((400, "application/problem+json")), $"{length} bytes: {reply.Text}");
        }

        Assert.That((await GetAsync($"{ImportsPath}?limit=200")).Ids, Is.EqualTo(before));
    }

    [Test]
    public async Task Post_FileAtTheLimit_IsTaken()
    {
        byte[] file = [.. Utf8("标题,备注\n刚好,"), .. Enumerable.Repeat((byte)'x', MaxUpload)];

        (await Server.ImportAsync("listings", file[..MaxUpload], "limit.csv")).Counts(created: 1);
    }

    [TestCase(MaxUpload + 1)]
    [TestCase(MaxUpload + 3 * 1024 * 1024)]
    public async Task Post_FileOverTheLimit_IsTooLarge(int bytes)
    {
        using var form = Form("listings", new byte[bytes], "big.csv");

        // Asks before it sends: a client that sends at once may find the connection closed before it has read the answer.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = form };
        request.Headers.ExpectContinue = true;
        using var response = await Server.Http.SendAsync(request);
        (await Reply.OfAsync(response)).IsProblem(413, "upload-too-large");
    }

    [Test]
    public async Task Post_OverlongPartsThatAreNoFile_AreNotCalledTooLargeAFile()
    {
        using var value = Form(new string('k', 5_000), Utf8("标题\n甲\n"), "f.csv");
        using var header = Form("listings", Utf8("标题\n甲\n"), new string('n', 20_000));

        (await Server.Http.SendFormAsync(value)).Breaks("kind");
        (await Server.Http.SendFormAsync(header)).IsProblem(400, "form-unreadable");
    }

    [TestCase("../../../../tmp/evil.csv", "evil.csv")]
    [TestCase(@"..\..\Windows\evil.csv", "evil.csv")]
    [TestCase(@"C:\Users\张三\Desktop\成果 2026.csv", "成果 2026.csv")]
    [TestCase("/etc/passwd", "passwd")]
    [TestCase("成果表（最终版）.csv", "成果表（最终版）.csv")]
    [TestCase("line\u0001\u0007\u001b[31mred.csv", "line[31mred.csv")]
    public async Task Post_HostileName_KeepsTheHarmlessPart(string name, string kept)
    {
        var job = (await Server.ImportAsync("listings", Utf8($"标题,成熟度\n{Guid.NewGuid()},99\n"), name)).Counts(rejected: 1);

        Assert.That(job.FileName, Is.EqualTo(kept));
        (await GetAsync(job.RejectedFile!)).Succeeds();
        Assert.That(Directory.GetFiles(Path.Combine(Server.DataDirectory, "imports")).Select(Path.GetFileName), Has.Some.EqualTo($"{job.Id}").And.None.Contains("evil"));
    }

    [Test]
    public async Task Post_NameInPlainUtf8_IsReadAsBrowsersWriteIt()
    {
        const string Body = "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nlistings\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"成果;a=\\\"乙\\\".csv\"\r\n\r\n标题,成熟度\n浏览器,99\n\r\n--b--\r\n";

        var accepted = (await PostAsync(ImportsPath, Body, ("Content-Type", "multipart/form-data; boundary=b"))).Succeeds(202);
        var job = (await Server.Http.EndOfAsync(accepted.Id)).Counts(rejected: 1);

        Assert.That(job.FileName, Is.EqualTo("成果;a=\"乙\".csv"));
        (await GetAsync(job.RejectedFile!)).Succeeds();
    }

    [Test]
    public async Task Post_VeryLongName_KeepsItsEnd()
    {
        var name = string.Concat(Enumerable.Repeat("𠀀名", 250)) + ".jsonl";

        var job = (await Server.ImportAsync("listings", Utf8("{\"title\":\"名字很长\",\"trl\":99}"), name)).Counts(rejected: 1);

        Assert.That(job.FileName, Has.Length.LessThanOrEqualTo(200).And.EndsWith("𠀀名.jsonl"));
        Assert.That(job.FileName, Does.Not.Contain('\uFFFD'));
        Assert.That((await GetAsync(job.RejectedFile!)).Succeeds().MediaType, Is.EqualTo("application/jsonl"));
    }

    [Test]
    public async Task Post_WithIdempotencyKeyAgain_IsTheSameJob()
    {
        var first = await WithKeyAsync("标题\n只要一次\n");
        var again = await WithKeyAsync("标题\n只要一次\n");
        await Server.Http.EndOfAsync(first.Id);

        Assert.That(again.Text, Is.EqualTo(first.Text));
        Assert.That(again.Headers["Idempotency-Replayed"], Is.EqualTo("true"));
        (await WithKeyAsync("标题\n另一个文件\n")).IsProblem(422, "idempotency-key-reused");
        (await WithKeyAsync("标题\n只要一次\n", ("dryRun", "true"))).IsProblem(422, "idempotency-key-reused");
        Assert.That(Directory.GetFiles(Path.Combine(Server.DataDirectory, "imports")), Has.Length.EqualTo((await GetAsync($"{ImportsPath}?limit=200")).Ids.Length));

        async Task<Reply> WithKeyAsync(string file, params (string Name, string Value)[] fields)
        {
            using var form = Form("listings", Utf8(file), "f.csv", fields);
            return await Server.Http.SendFormAsync(form, ("Idempotency-Key", "import-once"));
        }
    }

    protected override void Configure(Settings settings) => settings.Api.MaxUploadBytes = MaxUpload;
}
