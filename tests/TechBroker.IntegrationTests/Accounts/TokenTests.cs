using System.Text;
using TechBroker.Api.Accounts;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Accounts.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Accounts;

/// <summary>Tokens that must not let anybody in, and what lets them in no more.</summary>
internal sealed class TokenTests : OnFastServer
{
    [Test]
    public async Task Token_AfterItsTime_IsRefused()
    {
        var member = await Member.AddAsync(Server);
        using var client = await member.ClientAsync();
        (await client.GetMeAsync()).Succeeds();

        Clock.Advance(TimeSpan.FromMinutes(61));

        (await client.GetMeAsync()).IsProblem(401, "invalid-token");
    }

    [Test]
    public async Task Token_OfAnotherServer_IsRefused()
    {
        await using var other = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        using var stranger = Server.With(other.Admin.Token);

        (await stranger.GetMeAsync()).IsProblem(401, "invalid-token");
    }

    [Test]
    public async Task Token_UnsignedJwtOfARealAccount_IsRefused()
    {
        static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        using var forger = Server.With($"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part($$"""{"sub":"{{Server.Admin.Id}}","role":"admin","exp":4102444800}""")}.");

        (await forger.GetMeAsync()).IsProblem(401, "invalid-token");
    }

    [Test]
    public async Task Token_WithOneCharacterChanged_IsRefused()
    {
        var member = await Member.AddAsync(Server);
        var token = (await member.SignInAsync()).Succeeds().Json.GetProperty("accessToken").GetString()!;
        for (var i = 0; i < token.Length; i += 7)
        {
            using var tampered = Server.With(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..]);
            (await tampered.GetMeAsync()).IsProblem(401, "invalid-token");
        }

        using var right = Server.With(token);
        (await right.GetMeAsync()).Succeeds();
    }

    [Test]
    public async Task RefreshToken_AsAccessToken_IsRefused()
    {
        var member = await Member.AddAsync(Server);
        using var client = Server.With((await member.SignInAsync()).Json.GetProperty("refreshToken").GetString()!);

        (await client.GetMeAsync()).IsProblem(401, "invalid-token");
    }

    [Test]
    public async Task RefreshToken_BroughtTwice_EndsTheWholeSession()
    {
        var member = await Member.AddAsync(Server);
        var first = (await member.SignInAsync()).Succeeds().Json;
        var second = (await RefreshAsync(first.GetProperty("refreshToken").GetString())).Succeeds().Json;
        using var client = Server.With(second.GetProperty("accessToken").GetString()!);
        (await client.GetMeAsync()).Succeeds();

        (await RefreshAsync(first.GetProperty("refreshToken").GetString())).IsProblem(401, "refresh-refused");

        (await client.GetMeAsync()).IsProblem(401, "invalid-token");
        (await RefreshAsync(second.GetProperty("refreshToken").GetString())).IsProblem(401, "refresh-refused");
    }

    [Test]
    public async Task Token_AfterSigningOut_IsRefused()
    {
        using var client = await (await Member.AddAsync(Server)).ClientAsync();

        (await client.CallAsync(HttpMethod.Post, $"{Member.Auth}/logout")).Succeeds(204);

        (await client.GetMeAsync()).IsProblem(401, "invalid-token");
    }

    [Test]
    public async Task Token_OfADisabledAccount_IsRefused()
    {
        var member = await Member.AddAsync(Server);
        using var client = await member.ClientAsync();

        await PutAsync(member, new { member.Email, DisplayName = "x", Roles = new[] { "manager" }, State = "disabled" });

        (await client.GetMeAsync()).IsProblem(401, "invalid-token");
        (await member.SignInAsync()).IsProblem(401, "wrong-credentials");
    }

    [Test]
    public async Task Role_TakenAway_IsGoneAtTheNextRequest()
    {
        var member = await Member.AddAsync(Server, Role.Organiser);
        using var client = await member.ClientAsync();
        (await client.CallAsync(HttpMethod.Get, Member.Users)).Succeeds();

        await PutAsync(member, new { member.Email, DisplayName = "x", Roles = new[] { "seeker" } });

        (await client.CallAsync(HttpMethod.Get, Member.Users)).IsProblem(403, "not-allowed");
    }

    [Test]
    public async Task Secrets_InTheDatabase_AreHashesOnly()
    {
        var member = await Member.AddAsync(Server);
        var tokens = (await member.SignInAsync()).Json;
        string[] secrets = [member.Password, tokens.GetProperty("accessToken").GetString()!, tokens.GetProperty("refreshToken").GetString()!];
        await using var data = DataFolder.Open(Server.DataDirectory);

        var rows = string.Join("\n", (await data.ListAsync<string>("SELECT AccessHash || ' ' || coalesce(RefreshHash, '') FROM LoginSession"))
            .Concat(await data.ListAsync<string>("SELECT coalesce(PasswordHash, '') FROM Account")));

        Assert.That(rows, Does.Contain(Secrets.Hash(secrets[1])));
        Assert.That(secrets.Where(s => rows.Contains(s, StringComparison.Ordinal)), Is.Empty);
    }

    private Task<Api.Support.Reply> RefreshAsync(string? token) => Server.Anonymous.CallAsync(HttpMethod.Post, $"{Member.Auth}/refresh", new { RefreshToken = token });

    private async Task PutAsync(Member member, object body)
    {
        var etag = (await Server.Http.CallAsync(HttpMethod.Get, $"{Member.Users}/{member.Id}")).ETag;
        (await Server.Http.CallAsync(HttpMethod.Put, $"{Member.Users}/{member.Id}", body, ("If-Match", etag))).Succeeds();
    }
}
