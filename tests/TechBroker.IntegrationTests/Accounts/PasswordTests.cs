using System.Security.Cryptography;
using System.Text.Json;
using TechBroker.Api.Http;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Accounts.Support;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Accounts;

/// <summary>Changing a password, and setting one with a link.</summary>
internal sealed class PasswordTests : OnFastServer
{
    private const string New = "correct horse battery", Reset = $"{Member.Auth}/reset", Page = "/reset-password";

    [Test]
    public async Task Change_WithTheCurrentOne_EndsAllOtherSessions()
    {
        var member = await Member.AddAsync(Server);
        using var here = await member.ClientAsync();
        using var elsewhere = await member.ClientAsync();

        (await ChangeAsync(here, "wrong-wrong", New)).IsProblem(403, "wrong-password");
        (await ChangeAsync(here, member.Password, "password")).Breaks("newPassword");
        (await ChangeAsync(here, member.Password, member.Email.Split('@')[0])).Breaks("newPassword");
        (await elsewhere.GetMeAsync()).Succeeds();
        (await ChangeAsync(here, member.Password, New)).Succeeds(204);

        (await here.GetMeAsync()).Succeeds();
        (await elsewhere.GetMeAsync()).IsProblem(401, "invalid-token");
        (await member.SignInAsync()).IsProblem(401, "wrong-credentials");
        (await member.SignInAsync(New)).Succeeds();
    }

    [Test]
    public async Task Change_GuessingInAnOpenSession_LocksTheAccount()
    {
        var member = await Member.AddAsync(Server);
        using var thief = await member.ClientAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => ChangeAsync(thief, $"guess-guess-{i}", New)));

        (await ChangeAsync(thief, member.Password, New)).IsProblem(403, "wrong-password");
        Clock.Advance(TimeSpan.FromMinutes(16));
        (await member.SignInAsync()).Succeeds();
    }

    [Test]
    public async Task Link_Once_SetsThePasswordEndsSessionsAndLiftsTheLock()
    {
        var member = await Member.AddAsync(Server);
        using var open = await member.ClientAsync();
        for (var i = 0; i < 10; i++)
        {
            await member.SignInAsync("wrong-wrong");
        }

        (await member.SignInAsync()).IsProblem(401, "wrong-credentials");
        var token = await TokenAsync(member);
        (await ResetAsync(token, "12345678")).Breaks("newPassword");
        (await ResetAsync(token, New)).Succeeds(204);

        (await open.GetMeAsync()).IsProblem(401, "invalid-token");
        (await member.SignInAsync(New)).Succeeds();
        (await ResetAsync(token, "another long one")).IsProblem(410, "link-refused");
    }

    [Test]
    public async Task Link_BroughtManyTimesAtOnce_WorksForExactlyOne()
    {
        var member = await Member.AddAsync(Server);
        var token = await TokenAsync(member);

        var replies = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => ResetAsync(token, $"{New} {i}")));

        var winner = Array.FindIndex(replies, r => r.Status == 204);
        Assert.That(replies.Count(r => r.Status == 204), Is.EqualTo(1));
        Assert.That(replies.Where(r => r.Status != 204).Select(r => r.Code), Is.All.EqualTo("link-refused"));
        (await member.SignInAsync($"{New} {winner}")).Succeeds();
    }

    [Test]
    public async Task Link_TooOldReplacedOrInvented_IsRefused()
    {
        var member = await Member.AddAsync(Server);
        var replaced = await TokenAsync(member);
        var old = await TokenAsync(member);
        (await ResetAsync(replaced, New)).IsProblem(410, "link-refused");
        Clock.Advance(TimeSpan.FromMinutes(61));
        (await ResetAsync(old, New)).IsProblem(410, "link-refused");
        (await ResetAsync("tbl_" + new string('a', 43), New)).IsProblem(410, "link-refused");

        var killed = await TokenAsync(member);
        using var client = await member.ClientAsync();
        (await ChangeAsync(client, member.Password, New)).Succeeds(204);
        (await ResetAsync(killed, "another long one")).IsProblem(410, "link-refused");
    }

    [Test]
    public async Task Link_ForAnAdministratorByAnOrganiser_IsRefused()
    {
        var (organiser, admin, manager) = (await Member.AddAsync(Server, Role.Organiser), await Member.AddAsync(Server, Role.Admin), await Member.AddAsync(Server, Role.Manager));
        using var client = await organiser.ClientAsync();
        using var low = await manager.ClientAsync();

        (await client.CallAsync(HttpMethod.Post, $"{Member.Users}/{admin.Id}/password-link")).IsProblem(403, "role-not-yours-to-give");
        (await low.CallAsync(HttpMethod.Post, $"{Member.Users}/{organiser.Id}/password-link")).IsProblem(403, "not-allowed");
        (await client.CallAsync(HttpMethod.Post, $"{Member.Users}/{manager.Id}/password-link")).Succeeds(201);
    }

    [Test]
    public async Task PostUser_WithoutAPassword_AnswersWithALinkOnce()
    {
        var body = new { Email = $"{Guid.NewGuid():N}@example.com", DisplayName = "New person", Roles = new[] { "seeker" } };
        var (path, key) = (Member.Users, ("Idempotency-Key", Guid.NewGuid().ToString()));

        var made = (await Server.Http.CallAsync(HttpMethod.Post, path, body, key)).Succeeds(201);
        var again = (await Server.Http.CallAsync(HttpMethod.Post, path, body, key)).Succeeds(201);

        Assert.That(again.Id, Is.EqualTo(made.Id));
        Assert.That(again.Text, Does.Not.Contain("tbl_"));
        await using var data = DataFolder.Open(Server.DataDirectory);
        Assert.That(await data.FirstAsync("SELECT COUNT(*) FROM IdempotentAnswer WHERE Body LIKE '%tbl\\_%' ESCAPE '\\'"), Is.Zero);
        Clock.Advance(TimeSpan.FromDays(6));
        (await ResetAsync(TokenIn(made, "passwordLink"), New)).Succeeds(204);
        (await Server.Anonymous.CallAsync(HttpMethod.Post, $"{Member.Auth}/login", new { body.Email, Password = New })).Succeeds();
    }

    [Test]
    public async Task PostUser_WithAPasswordAndAKey_LeavesNoFastHashOfIt()
    {
        var body = new { Email = $"{Guid.NewGuid():N}@example.com", DisplayName = "x", Roles = new[] { "seeker" }, Password = New };
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        (await Server.Http.CallAsync(HttpMethod.Post, Member.Users, body, key)).Succeeds(201);
        (await Server.Http.CallAsync(HttpMethod.Post, Member.Users, body, key)).Succeeds(201);

        var fast = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options)));

        await using var data = DataFolder.Open(Server.DataDirectory);
        Assert.That(await data.ListAsync<string>("SELECT RequestHash FROM IdempotentAnswer"), Has.None.EqualTo(fast).And.Not.Empty);
    }

    [Test]
    public async Task Page_OfTheLink_SetsThePasswordAndLeaksNothing()
    {
        var member = await Member.AddAsync(Server);
        var token = await TokenAsync(member);
        var form = await Server.Anonymous.CallAsync(HttpMethod.Get, $"{Page}?token={token}");

        Assert.Multiple(() =>
        {
            Assert.That((form.Status, form.MediaType), Is.EqualTo((200, "text/html")));
            Assert.That(form.Text, Does.Contain($"value=\"{token}\"").And.Contain("method=\"post\"").And.Contain("name=\"viewport\"").And.Contain("Set a new password"));
            Assert.That(form.Text, Does.Not.Contain("<script").And.Not.Contain("<style").And.Not.Contain("style="));
            Assert.That(form.Headers["Cache-Control"], Is.EqualTo("no-store"));
            Assert.That(form.Headers["Referrer-Policy"], Is.EqualTo("same-origin"), "the token in the address is told to no other site");
            Assert.That(form.Headers["Content-Security-Policy"], Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'"));
        });
        var chinese = await Server.Anonymous.CallAsync(HttpMethod.Get, $"{Page}?token={token}", null, ("Accept-Language", "zh-CN, en;q=0.1"));
        Assert.That(chinese.Text, Does.Contain("lang=\"zh-CN\"").And.Contain("设置新密码"));

        Assert.That((await SubmitAsync(token, New, "another")).Text, Does.Contain("differ"));
        Assert.That((await SubmitAsync(token, "password", "password")).Text, Does.Contain("tried first").And.Contain(token));
        (await SubmitAsync(token, New, New, ("Origin", "https://evil.example"))).IsProblem(403, "foreign-origin");
        Assert.That((await SubmitAsync(token, New, New, ("Origin", Server.Address.GetLeftPart(UriPartial.Authority)))).Succeeds().Text, Does.Contain("password is set"));
        Assert.That((await SubmitAsync(token, New, New)).Status, Is.EqualTo(410));
        (await member.SignInAsync(New)).Succeeds();
    }

    [TestCase("\"><script>alert(1)</script>")]
    [TestCase("' onfocus=x autofocus='")]
    public async Task Page_TokenThatIsMarkup_StaysText(string token)
    {
        var form = await Server.Anonymous.CallAsync(HttpMethod.Get, $"{Page}?token={Uri.EscapeDataString(token)}");

        Assert.That(form.Text, Does.Not.Contain(token).And.Not.Contain("<script"));
    }

    [Test]
    public async Task Page_TooLargeOrNoForm_IsRefused()
    {
        using var large = new FormUrlEncodedContent([new("token", new string('x', 100_000))]);
        Assert.That((await Server.Anonymous.CallAsync(HttpMethod.Post, Page, large)).Status, Is.EqualTo(413).Or.EqualTo(400));
        Assert.That((await Server.Anonymous.CallAsync(HttpMethod.Post, Page, new { token = "x" })).Status, Is.EqualTo(400));
    }

    private static Task<Reply> ChangeAsync(HttpClient client, string current, string next) =>
        client.CallAsync(HttpMethod.Post, $"{Member.Me}/password", new { CurrentPassword = current, NewPassword = next });

    private Task<Reply> ResetAsync(string token, string password) => Server.Anonymous.CallAsync(HttpMethod.Post, Reset, new { Token = token, NewPassword = password });

    private async Task<Reply> SubmitAsync(string token, string password, string again, params (string, string)[] headers)
    {
        using var form = new FormUrlEncodedContent([new("token", token), new("password", password), new("again", again)]);
        return await Server.Anonymous.CallAsync(HttpMethod.Post, Page, form, headers);
    }

    private async Task<string> TokenAsync(Member member) =>
        TokenIn((await Server.Http.CallAsync(HttpMethod.Post, $"{Member.Users}/{member.Id}/password-link")).Succeeds(201), "link");

    private static string TokenIn(Reply reply, string name) => reply.Json.GetProperty(name).GetString()!.Split("?token=")[1];
}
