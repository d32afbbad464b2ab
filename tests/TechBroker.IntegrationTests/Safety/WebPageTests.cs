using System.Text.RegularExpressions;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using TechBroker.Web;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>How the built pages are served: one document for all addresses, files for ever, and nothing of it to programs.</summary>
internal sealed class WebPageTests : OnOneServer
{
    private static readonly (string, string) Browser = ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    private static string Script => BuiltPages.All.First(f => f.StartsWith("assets/", StringComparison.Ordinal) && f.EndsWith(".js", StringComparison.Ordinal));

    [TestCase("/", 200)]
    [TestCase("/listings", 200)]
    [TestCase("/needs/00000000-0000-4000-8000-000000000000", 200)]
    [TestCase("/work/listings/new", 200)]
    [TestCase("/nothing", 404)]
    [TestCase("/listings/not-a-uuid", 404)]
    public async Task Address_OpenedInABrowser_IsThePage(string path, int status)
    {
        var reply = await Server.SendAsync(HttpMethod.Get, path, null, Browser);

        Assert.That((reply.Status, reply.MediaType), Is.EqualTo((status, "text/html")));
        Assert.That(reply.Text, Does.Contain("id=\"root\""));
        Assert.That(reply.Headers["Cache-Control"], Is.EqualTo("no-store"));
    }

    [Test]
    public async Task Routes_OfThePages_AreAllServed()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/TechBroker.Web/src/app/routes.tsx"));
        var paths = Regex.Matches(source, "path: '(?<path>[^'*]+)'").Select(m => "/" + Regex.Replace(m.Groups["path"].Value, ":\\w+", "00000000-0000-4000-8000-000000000000")).ToList();

        Assert.That(paths, Has.Count.GreaterThan(5));
        foreach (var path in paths)
        {
            Assert.That((await Server.SendAsync(HttpMethod.Get, path, null, Browser)).Status, Is.EqualTo(200), $"{path} is a page in routes.tsx, but none in Api/Pages/WebPages.cs");
        }
    }

    [TestCase("/api/v1/nothing")]
    [TestCase("/openapi/v2.json")]
    [TestCase("/health/nothing")]
    [TestCase("/assets/nothing.js")]
    [TestCase("/assets/nothing")]
    public async Task Address_OfPrograms_StaysAProblem(string path) => (await Server.SendAsync(HttpMethod.Get, path, null, Browser)).IsProblem(404, "not-found");

    [Test]
    public async Task Page_EachTime_HasAnotherNonceAndThePolicyNamesIt()
    {
        var nonces = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var reply = await Server.SendAsync(HttpMethod.Get, "/", null, Browser);
            var policy = reply.Headers["Content-Security-Policy"];
            var nonce = Regex.Match(policy, "style-src 'self' 'nonce-(?<value>[A-Za-z0-9_-]{22})'").Groups["value"].Value;
            Assert.That(nonce, Is.Not.Empty, policy);
            Assert.That(policy, Does.Contain("script-src 'self';").And.Not.Contain("unsafe"));
            Assert.That(reply.Text, Does.Contain($"nonce=\"{nonce}\"").And.Not.Contain(BuiltPages.NoncePlace));
            nonces.Add(nonce);
        }

        Assert.That(nonces, Has.Count.EqualTo(3));
    }

    [TestCase("br, gzip", "br")]
    [TestCase("gzip", "gzip")]
    [TestCase("br;q=0, gzip", "gzip")]
    [TestCase("identity", null)]
    public async Task File_ByWhatTheBrowserAccepts_IsSentAsItWasCompressed(string accepts, string? coding)
    {
        var reply = await Server.SendAsync(HttpMethod.Get, "/" + Script, null, ("Accept-Encoding", accepts));

        Assert.That(reply.Status, Is.EqualTo(200));
        Assert.That(reply.Headers.GetValueOrDefault("Content-Encoding"), Is.EqualTo(coding));
        Assert.That(reply.Headers["Cache-Control"], Is.EqualTo("public, max-age=31536000, immutable"));
        Assert.That(reply.Headers["Vary"], Is.EqualTo("Accept-Encoding"));
    }

    [Test]
    public async Task File_ByTheNameOfItsCompressedCopy_IsNotThere() => (await GetAsync($"/{Script}.br")).IsProblem(404, "not-found");

    [Test]
    public void Document_AsBuilt_HasNoInlineScriptAndNoOtherHost()
    {
        var html = BuiltPages.ReadText("index.html");

        Assert.That(Regex.Matches(html, "<script[^>]*>(?<inside>[^<]*)</script>").Select(m => m.Groups["inside"].Value), Has.All.Empty);
        Assert.That(html, Does.Not.Contain("http://").And.Not.Contain("https://").And.Not.Contain("<style"));
    }
}
