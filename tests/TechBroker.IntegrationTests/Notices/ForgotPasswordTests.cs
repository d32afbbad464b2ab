using System.Text.RegularExpressions;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Notices;

/// <summary>A link for a new password, asked for by whoever knows an address and read by whoever has its mail box.</summary>
internal sealed partial class ForgotPasswordTests : MailFixture
{
    private const string Forgot = "/api/v1/auth/forgot", Password = "铁马冰河入梦来 7 北风卷地";

    [Test]
    public async Task Forgot_KnownOrNot_IsAnsweredAndWorkedAlike()
    {
        var audited = await FirstAsync<long>("SELECT COUNT(*) FROM AuditEntry WHERE Action = 'passwordLink.asked'");
        var known = (await AskAsync(Provider.Person.Email)).Succeeds(202);
        var unknown = (await AskAsync("nobody-at-all@example.com")).Succeeds(202);
        await RunAsync("UPDATE Account SET State = 'disabled' WHERE Id = @Id", new { Seeker.Id });
        var disabled = (await AskAsync(Seeker.Person.Email)).Succeeds(202);

        foreach (var other in (Reply[])[unknown, disabled])
        {
            Assert.That(other.Text, Is.EqualTo(known.Text));
            Assert.That(other.Headers.Keys, Is.EquivalentTo(known.Headers.Keys));
        }

        Assert.That(await FirstAsync<long>("SELECT COUNT(*) FROM Delivery WHERE Kind = 'password' AND State = 'waiting'"), Is.EqualTo(3), "a row for each; nothing was mailed nor made before the answer");
        Assert.That(await FirstAsync<long>("SELECT COUNT(*) FROM OneTimeLink WHERE AccountId = @Id", new { Provider.Id }), Is.Zero);
        Assert.That(await FirstAsync<long>("SELECT COUNT(*) FROM AuditEntry WHERE Action = 'passwordLink.asked'"), Is.EqualTo(audited + 3));
        Assert.That((await NewMailsAsync()).Select(m => m.To), Is.EqualTo(new[] { Provider.Person.Email }));
        Assert.That(await FirstAsync<long>("SELECT COUNT(*) FROM AuditEntry WHERE Action = 'passwordLink.mailed' AND SubjectId = @Id", new { Provider.Id }), Is.EqualTo(1));
        Assert.That(string.Join('\n', await ListAsync<string>("SELECT COALESCE(Details, '') FROM AuditEntry")), Does.Not.Contain("nobody-at-all"));
    }

    [Test]
    public async Task Link_FromTheMail_SetsThePasswordOnce()
    {
        (await AskAsync($"  {Provider.Person.Email.ToUpperInvariant()} ")).Succeeds(202);
        var token = TokenOf((await NewMailsAsync()).Single());
        (await PostAsync("/api/v1/auth/reset", new { token, newPassword = Password })).Succeeds(204);
        (await PostAsync("/api/v1/auth/login", new { email = Provider.Person.Email, password = Password })).Succeeds();
        (await PostAsync("/api/v1/auth/reset", new { token, newPassword = Password + "9" })).IsProblem(410, "link-refused");
    }

    [Test]
    public async Task Forgot_AgainAndAgain_MailsOnceAndLeavesThatLinkGood()
    {
        (await AskAsync(Provider.Person.Email)).Succeeds(202);
        var token = TokenOf((await NewMailsAsync()).Single());
        (await AskAsync(Provider.Person.Email)).Succeeds(202);
        Assert.That(await NewMailsAsync(), Is.Empty);
        (await PostAsync("/api/v1/auth/reset", new { token, newPassword = Password })).Succeeds(204);

        Clock.Advance(TimeSpan.FromMinutes(6));
        (await AskAsync(Provider.Person.Email)).Succeeds(202);
        Assert.That(await NewMailsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Mail_ThatCouldNotGoForAnHour_IsDropped()
    {
        Smtp.Mode = "greylist";
        (await AskAsync(Provider.Person.Email)).Succeeds(202);
        await SendAllAsync();
        Smtp.Mode = "accept";
        Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.That(await NewMailsAsync(), Is.Empty);
        Assert.That(await FirstAsync<string>("SELECT State FROM Delivery WHERE Kind = 'password'"), Is.EqualTo("dropped"));
    }

    [Test]
    public async Task Forgot_OnAServerWithoutMailOrAddress_SaysSo()
    {
        (await PostAsync(Forgot, new { email = " " })).Breaks("email");
        foreach (var (host, address) in ((string?, string?)[])[(null, "https://market.example.org"), ("127.0.0.1", null)])
        {
            await using var server = await TestServer.StartAsync(s =>
                (s.Mail.Host, s.Mail.From, s.Auth.PublicAddress, s.Workers.Enabled) = (host, "noreply@market.example.org", address, false));
            (await server.SendAsync(HttpMethod.Post, Forgot, new { email = "a@example.com" })).IsProblem(409, "mail-off");
        }
    }

    [Test]
    public async Task Forgot_BeyondTheRefusalsOfAnAddress_HasToWait()
    {
        await using var server = await TestServer.StartAsync(s =>
            (s.Mail.Host, s.Mail.From, s.Auth.PublicAddress, s.Auth.RefusalsPerAddress, s.Workers.Enabled) = ("127.0.0.1", Sender, "https://market.example.org", 5, false));
        for (var i = 0; i < 5; i++)
        {
            (await server.SendAsync(HttpMethod.Post, Forgot, new { email = $"guess{i}@example.com" })).Succeeds(202);
        }

        (await server.SendAsync(HttpMethod.Post, Forgot, new { email = "guess6@example.com" })).IsProblem(429, "too-many-sign-ins");
    }

    private async Task<Reply> AskAsync(string email) => await Reply.OfAsync(await Server.Anonymous.PostAsync(Forgot, System.Net.Http.Json.JsonContent.Create(new { email })));

    private static string TokenOf(MailServer.Mail mail)
    {
        var link = Link().Match(mail.Parts[0].Text);
        Assert.That(link.Success, Is.True, mail.Parts[0].Text);
        return link.Groups[1].Value;
    }

    [GeneratedRegex(@"https://market\.example\.org/reset-password\?token=(tbl_[A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
