using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Accounts.Support;

namespace TechBroker.IntegrationTests.Accounts;

/// <summary>Own sessions and API keys.</summary>
internal sealed class OwnSessionTests : OnFastServer
{
    private const string Sessions = $"{Member.Me}/sessions", Keys = $"{Member.Me}/api-keys";

    [Test]
    public async Task Sessions_OfOneself_AreListedAndEnded()
    {
        var (member, other) = (await Member.AddAsync(Server), await Member.AddAsync(Server));
        using var here = await member.ClientAsync();
        using var elsewhere = await member.ClientAsync();
        using var stranger = await other.ClientAsync();
        var listed = (await here.CallAsync(HttpMethod.Get, Sessions)).Succeeds().Items;
        var current = listed.Single(s => s.GetProperty("current").GetBoolean()).GetProperty("id").GetGuid();
        var elsewhereId = (await elsewhere.CallAsync(HttpMethod.Get, Sessions)).Items.Single(s => s.GetProperty("current").GetBoolean()).GetProperty("id").GetGuid();

        Assert.That(listed.Select(s => s.GetProperty("id").GetGuid()), Has.Member(current).And.Member(elsewhereId));
        (await stranger.CallAsync(HttpMethod.Delete, $"{Sessions}/{elsewhereId}")).IsProblem(404, "session-not-found");
        (await here.CallAsync(HttpMethod.Delete, $"{Sessions}/{Guid.NewGuid()}")).IsProblem(404, "session-not-found");
        (await elsewhere.GetMeAsync()).Succeeds();
        (await here.CallAsync(HttpMethod.Delete, $"{Sessions}/{elsewhereId}")).Succeeds(204);
        (await elsewhere.GetMeAsync()).IsProblem(401, "invalid-token");
        (await here.CallAsync(HttpMethod.Delete, $"{Sessions}/{elsewhereId}")).IsProblem(404, "session-not-found");

        using var third = await member.ClientAsync();
        (await here.CallAsync(HttpMethod.Delete, Sessions)).Succeeds(204);
        (await third.GetMeAsync()).IsProblem(401, "invalid-token");
        (await here.GetMeAsync()).Succeeds();
        (await stranger.GetMeAsync()).Succeeds();
    }

    [Test]
    public async Task Key_ToWrite_ActsForThePersonUntilItIsRevoked()
    {
        var member = await Member.AddAsync(Server, Role.Manager);
        using var person = await member.ClientAsync();
        var made = await MakeAsync(person, "write");
        using var program = Server.With(made.Key);

        Assert.That((await program.GetMeAsync()).Succeeds().Json.GetProperty("signedInBy").GetString(), Is.EqualTo("apiKey"));
        (await program.CallAsync(HttpMethod.Post, "/api/v1/listings", new { Title = "by a key" })).Succeeds(201);
        var listed = (await person.CallAsync(HttpMethod.Get, Keys)).Succeeds();
        Assert.That(listed.Text, Does.Not.Contain(made.Key).And.Contain("lastUsedAt"));
        Assert.That(listed.Items.Single().GetProperty("lastUsedAt").ValueKind, Is.Not.EqualTo(System.Text.Json.JsonValueKind.Null));

        var stranger = await Member.AddAsync(Server);
        using var other = await stranger.ClientAsync();
        (await other.CallAsync(HttpMethod.Delete, $"{Keys}/{made.Id}")).IsProblem(404, "api-key-not-found");
        (await person.CallAsync(HttpMethod.Delete, $"{Keys}/{made.Id}")).Succeeds(204);
        (await program.GetMeAsync()).IsProblem(401, "invalid-token");
        (await person.CallAsync(HttpMethod.Delete, $"{Keys}/{made.Id}")).IsProblem(404, "api-key-not-found");
    }

    [Test]
    public async Task Key_ToRead_ReadsOnly_AndExpires()
    {
        using var person = await (await Member.AddAsync(Server, Role.Manager)).ClientAsync();
        using var program = Server.With((await MakeAsync(person, "read")).Key);

        (await program.CallAsync(HttpMethod.Get, "/api/v1/listings")).Succeeds();
        (await program.CallAsync(HttpMethod.Post, "/api/v1/listings", new { Title = "no" })).IsProblem(403, "key-reads-only");
        Clock.Advance(TimeSpan.FromDays(31));
        (await program.GetMeAsync()).IsProblem(401, "invalid-token");
    }

    [TestCase("POST", Keys)]
    [TestCase("GET", Keys)]
    [TestCase("DELETE", $"{Keys}/00000000-0000-0000-0000-000000000000")]
    [TestCase("POST", $"{Member.Me}/password")]
    [TestCase("POST", $"{Member.Me}/second-factor")]
    [TestCase("POST", $"{Member.Me}/second-factor/confirm")]
    [TestCase("DELETE", $"{Member.Me}/second-factor")]
    [TestCase("POST", $"{Member.Me}/recovery-codes")]
    [TestCase("GET", Sessions)]
    [TestCase("DELETE", Sessions)]
    [TestCase("POST", $"{Member.Users}/00000000-0000-0000-0000-000000000000/password-link")]
    public async Task Key_OfAnAdministrator_CannotTakeTheAccountOver(string method, string path)
    {
        using var person = await (await Member.AddAsync(Server, Role.Admin)).ClientAsync();
        using var program = Server.With((await MakeAsync(person, "write")).Key);

        (await program.CallAsync(new HttpMethod(method), path, method == "POST" ? new { } : null)).IsProblem(403, "session-needed");
    }

    [Test]
    public async Task Key_WithoutNameOrForTooLong_IsRefused()
    {
        using var person = await (await Member.AddAsync(Server)).ClientAsync();

        (await person.CallAsync(HttpMethod.Post, Keys, new { Scope = "all", ExpiresAt = Clock.GetUtcNow().AddDays(367) })).Breaks("name", "scope", "expiresAt");
        (await person.CallAsync(HttpMethod.Post, Keys, new { Name = "x", Scope = "read", ExpiresAt = Clock.GetUtcNow().AddDays(-1) })).Breaks("expiresAt");
        (await person.CallAsync(HttpMethod.Post, Keys, new { Name = "x", Scope = "read" })).Breaks("expiresAt");
    }

    private async Task<(Guid Id, string Key)> MakeAsync(HttpClient person, string scope)
    {
        var made = (await person.CallAsync(HttpMethod.Post, Keys, new { Name = "nightly", Scope = scope, ExpiresAt = Clock.GetUtcNow().AddDays(30) })).Succeeds(201);
        var key = made.Json.GetProperty("key").GetString()!;
        Assert.That(key, Does.StartWith("tbk_"));
        return (made.Id, key);
    }
}
