using System.Net;
using System.Net.Sockets;
using System.Text;
using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

/// <summary>Bodies that are no proper JSON, or no body at all: a clear problem, never a broken connection.</summary>
internal sealed class MalformedBodyTests : OnOneServer
{
    [TestCase("")]
    [TestCase(" \r\n")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("""[{"title":"a"}]""")]
    [TestCase("\"title\"")]
    [TestCase("5")]
    [TestCase("""{"title":"a" """)]
    [TestCase("""{"title":"a",}""")]
    [TestCase("""{"title":"a"}{"title":"b"}""")]
    [TestCase("""{'title':'a'}""")]
    [TestCase("{\"title\":\"a\n\"}")]
    [TestCase("title=a")]
    public async Task Post_NoJsonObject_IsRefused(string body) => (await PostAsync(Listings, body)).Breaks("$");

    [Test]
    public async Task Post_Empty_SaysSo() => Assert.That((await PostAsync(Listings, "")).Error("$"), Does.Contain("empty"));

    [Test]
    public async Task Post_DuplicateProperty_IsRefusedByName() =>
        Assert.That((await PostAsync(Listings, """{"title":"a","trl":1,"trl":2}""")).Breaks("$").Error("$"), Does.Contain("trl"));

    [Test]
    public async Task Post_DuplicateInside_IsRefusedByName() =>
        Assert.That(
            (await PostAsync(Listings, """{"title":"a","askingPrice":{"currency":"CNY","minorUnits":1,"minorUnits":2}}""")).Breaks("$").Error("$"),
            Does.Contain("minorUnits"));

    [TestCase("{\"x\":", "}")]
    [TestCase("[", "]")]
    public async Task Post_ThousandLevels_IsRefusedAsTooDeep(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 1_000)) + "1" + string.Concat(Enumerable.Repeat(close, 1_000));

        Assert.That((await PostAsync(Listings, $$"""{"title":"a","keywords":{{deep}}}""")).Breaks("$").Error("$"), Does.Contain("deep"));
    }

    [TestCase(@"{""title"":""a\ud800b""}", "title")]
    [TestCase(@"{""title"":""\udc00""}", "title")]
    [TestCase(@"{""title"":""a"",""keywords"":[""k"",""\ud83d""]}", "keywords[1]")]
    [TestCase(@"{""title"":""a"",""askingPrice"":{""currency"":""\ud83d"",""minorUnits"":1}}", "askingPrice.currency")]
    public async Task Post_LoneSurrogate_IsRefusedAsBrokenText(string body, string field) =>
        Assert.That((await PostAsync(Listings, body)).Breaks(field).Error(field), Does.Contain("surrogate"));

    [Test]
    public async Task Post_LoneSurrogateInAFieldName_IsRefused() => (await PostAsync(Listings, @"{""title"":""a"",""\ud800"":1}")).IsProblem(400, "validation");

    [TestCase(new byte[] { 0xED, 0xA0, 0x80 }, Description = "a surrogate in UTF-8")]
    [TestCase(new byte[] { 0xFF }, Description = "no UTF-8 at all")]
    [TestCase(new byte[] { 0xC0, 0xAF }, Description = "overlong")]
    [TestCase(new byte[] { 0xC4, 0xE3, 0xBA, 0xC3 }, Description = "GB18030")]
    public async Task Post_BytesThatAreNoUtf8_AreRefusedAsBrokenText(byte[] bytes)
    {
        byte[] body = [.. "{\"title\":\"a"u8, .. bytes, .. "\"}"u8];

        Assert.That((await PostAsync(Listings, body)).Breaks("title").Error("title"), Does.Contain("UTF-8"));
    }

    [TestCase(0x00)]
    [TestCase(0x08)]
    [TestCase(0x1B)]
    [TestCase(0x7F)]
    [TestCase(0x85)]
    public async Task Post_ControlCharacter_IsRefusedByItsPlace(int code) =>
        Assert.That((await PostAsync(Listings, new { title = $"ab{(char)code}c" })).Breaks("title").Error("title"), Does.Contain("3").And.Contain($"U+{code:X4}"));

    [Test]
    public async Task Post_Utf8WithByteOrderMark_IsRead()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. """{"title":"带 BOM"}"""u8];

        Assert.That((await PostAsync(Listings, body)).Succeeds(201).Json.GetProperty("title").GetString(), Is.EqualTo("带 BOM"));
    }

    [TestCase("😀 𠮷野家 🇨🇳")]
    [TestCase("العربية עברית ไทย")]
    [TestCase("a\tb\nc")]
    [TestCase("\u2028\uFFFD\u00A0")]
    public async Task Post_UnusualButWholeText_IsKeptAsItIs(string text)
    {
        var posted = (await PostAsync(Listings, new { title = "t", summary = $"<{text}>" })).Succeeds(201);

        Assert.That((await GetAsync($"{Listings}/{posted.Id}")).Json.GetProperty("summary").GetString(), Is.EqualTo($"<{text}>"));
    }

    [TestCase("POST", Listings)]
    [TestCase("POST", Needs)]
    [TestCase("POST", Organisations)]
    public async Task Send_TenMegabytes_IsTooLargeAndTheConnectionLives(string method, string path)
    {
        var body = $$"""{"title":"a","description":"{{new string('字', 3_500_000)}}"}""";

        (await Server.SendAsync(new HttpMethod(method), path, body)).IsProblem(413, "body-too-large");
        (await GetAsync("/health/live")).Succeeds();
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/xml")]
    [TestCase("nonsense")]
    [TestCase("")]
    public async Task Post_OtherContentType_IsUnsupported(string type) =>
        (await PostAsync(Listings, """{"title":"a"}""", ("Content-Type", type))).IsProblem(415, "unsupported-media-type");

    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/merge-patch+json")]
    public async Task Post_JsonContentType_IsRead(string type) =>
        (await PostAsync(Listings, """{"title":"a"}""", ("Content-Type", type))).Succeeds(201);

    [Test]
    public async Task Post_ChunkedWithoutLength_IsRead()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Listings)
        {
            Content = new StringContent("""{"title":"分块"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;

        using var response = await Server.Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Post_ConnectionEndsBeforeTheBody_StoresNothing()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Server.Http.BaseAddress!.Port);
        await using var stream = client.GetStream();

        // The body lacks its last byte, though what came is JSON already.
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST {Listings} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n{{\"title\":\"broken\"}}"));
        client.Client.Shutdown(SocketShutdown.Send);

        Assert.That(await RestAsync(stream), Does.Not.Contain("201"));
        Assert.That((await GetAsync($"{Listings}?limit=200")).Text, Does.Not.Contain("broken"));
    }

    // The server may just as well reset the connection: nobody is there to read.
    private static async Task<string> RestAsync(Stream stream)
    {
        try
        {
            return await new StreamReader(stream).ReadToEndAsync();
        }
        catch (IOException)
        {
            return "";
        }
    }
}
