using System.Text.RegularExpressions;
using TechBroker.IntegrationTests.Accounts.Support;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Accounts;

/// <summary>The real program at its first starts: who may become its administrator, and once only.</summary>
internal sealed partial class FirstAdministratorTests
{
    private const string Password = "correct horse battery", Path = $"{Member.Auth}/first-administrator", Page = "/first-administrator";

    private Scratch files = null!;

    [SetUp]
    public void SetUp() => files = new Scratch();

    [TearDown]
    public void TearDown() => files.Dispose();

    [Test]
    public async Task Link_OfTheLatestStart_MakesOneAdministratorAndThenNone()
    {
        string old;
        using (var first = await ServerProcess.StartAsync(files.Path("data")))
        {
            old = await TokenAsync(first);
            Assert.That(await first.TerminateAsync(), Is.Zero);
        }

        using (var second = await ServerProcess.StartAsync(files.Path("data")))
        {
            using var http = Client(second);
            var token = await TokenAsync(second);
            Assert.That(token, Is.Not.EqualTo(old));
            (await AddAsync(http, old, 0)).IsProblem(410, "link-refused");
            (await http.CallAsync(HttpMethod.Post, Path, new { Token = token, Email = "no", Password = "short" })).Breaks("email", "password", "displayName");

            var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => AddAsync(http, token, i)));

            Assert.That(replies.Count(r => r.Status == 201), Is.EqualTo(1));
            var admin = replies.Single(r => r.Status == 201).Json;
            Assert.That(admin.GetProperty("roles")[0].GetString(), Is.EqualTo("admin"));
            (await http.CallAsync(HttpMethod.Post, $"{Member.Auth}/login", new { Email = admin.GetProperty("email").GetString(), Password })).Succeeds();
            Assert.That(await second.TerminateAsync(), Is.Zero);
        }

        using var third = await ServerProcess.StartAsync(files.Path("data"));
        using var alive = await Client(third).GetAsync("/health/ready");
        Assert.That(third.Output, Does.Not.Contain("first-administrator"));
    }

    [Test]
    public async Task Page_OfTheLink_AddsTheAdministrator()
    {
        using var server = await ServerProcess.StartAsync(files.Path("data"));
        using var http = Client(server);
        var token = await TokenAsync(server);
        Assert.That((await http.CallAsync(HttpMethod.Get, $"{Page}?token={token}")).Text, Does.Contain(token).And.Contain("name=\"displayName\""));

        Assert.That((await SubmitAsync(http, token, "Ann <b>Bold</b>", "not an address")).Text, Does.Contain("e-mail address").And.Contain("Ann &lt;b&gt;").And.Not.Contain("<b>"));
        Assert.That((await SubmitAsync(http, token, "Ann", "ann@example.com")).Succeeds().Text, Does.Contain("sign in with that address"));
        Assert.That((await SubmitAsync(http, token, "Eve", "eve@example.com")).Status, Is.EqualTo(410));
        (await http.CallAsync(HttpMethod.Post, $"{Member.Auth}/login", new { Email = "ann@example.com", Password })).Succeeds();
    }

    [Test]
    public async Task Demo_PrintsPeopleWhoCanSignIn_AndNoLink()
    {
        using var server = await ServerProcess.StartAsync(files.Path("data"), "--demo");
        using var http = Client(server);
        var people = Person().Matches(server.Output);

        Assert.That(people.Select(p => p.Groups["email"].Value.Split('@')[0]), Is.EqualTo(new[] { "provider", "seeker", "manager", "manager2", "manager3", "organiser", "admin" }));
        foreach (Match person in people)
        {
            var tokens = (await http.CallAsync(HttpMethod.Post, $"{Member.Auth}/login", new { Email = person.Groups["email"].Value, Password = person.Groups["password"].Value })).Succeeds().Json;
            var me = (await http.CallAsync(HttpMethod.Get, Member.Me, null, ("Authorization", $"Bearer {tokens.GetProperty("accessToken").GetString()}"))).Succeeds().Json;
            Assert.That(me.GetProperty("roles")[0].GetString(), Is.EqualTo(person.Groups["email"].Value.Split('@')[0].TrimEnd('2', '3')));
        }

        Assert.That(server.Output, Does.Not.Contain("first-administrator"));
    }

    private static Task<Reply> AddAsync(HttpClient http, string token, int i) =>
        http.CallAsync(HttpMethod.Post, Path, new { Token = token, Email = $"a{i}@example.com", Password, DisplayName = "First" });

    private static async Task<Reply> SubmitAsync(HttpClient http, string token, string name, string email)
    {
        using var form = new FormUrlEncodedContent([new("token", token), new("email", email), new("displayName", name), new("password", Password), new("again", Password)]);
        return await http.CallAsync(HttpMethod.Post, Page, form);
    }

    private static async Task<string> TokenAsync(ServerProcess server)
    {
        await Eventually.BecomesAsync(() => Task.FromResult(Link().IsMatch(server.Output)), "the link");
        var link = Link().Match(server.Output);
        Assert.That(link.Groups["origin"].Value, Is.EqualTo(server.Address.GetLeftPart(UriPartial.Authority)));
        return link.Groups["token"].Value;
    }

    private static HttpClient Client(ServerProcess server)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }

    [GeneratedRegex(@"(?<origin>http://[^/\s]+)/first-administrator\?token=(?<token>\S+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<email>\w+@demo\.example)\s+(?<password>\S+)")]
    private static partial Regex Person();
}
