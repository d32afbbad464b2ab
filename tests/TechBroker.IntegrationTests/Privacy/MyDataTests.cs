using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Privacy;

internal sealed class MyDataTests : PrivacyFixture
{
    [Test]
    public async Task GetMyData_OfSomebodyWhoPosted_HasItAllWithPurposeAndIsRecorded()
    {
        var person = await PersonAsync(await OrganisationAsync(), Role.Provider);
        var listing = (await SendAsync(person, HttpMethod.Post, Calls.Listings, new { title = "我的成果", publish = true })).Succeeds(201).Id;
        var reply = (await SendAsync(person, HttpMethod.Get, $"{Me}/data/export")).Succeeds();
        Assert.That(reply.Headers["Content-Disposition"], Does.StartWith("attachment"));
        var sections = reply.Json.GetProperty("sections").EnumerateArray().ToDictionary(s => s.GetProperty("name").GetString()!);
        Assert.That(sections["listings"].GetProperty("items")[0].GetProperty("id").GetGuid(), Is.EqualTo(listing));
        Assert.That(sections["account"].GetProperty("items")[0].GetProperty("email").GetString(), Is.EqualTo(person.Email));
        Assert.That(sections["sessions"].GetProperty("items").GetArrayLength(), Is.EqualTo(1));
        Assert.That(sections["auditBy"].GetProperty("items").EnumerateArray().Select(e => e.GetProperty("action").GetString()), Is.EqualTo(new[] { "listing.created", "personalData.exported" }));
        Assert.That(sections.Values.Select(s => s.GetProperty("purpose").GetString()), Is.All.Not.Empty);
        Assert.That(reply.Text, Does.Not.Contain(person.Token).And.Not.Contain(TechBroker.Api.Accounts.Secrets.Hash(person.Token)));
        Assert.That((await SendAsync(person, HttpMethod.Get, $"{Me}/data", null, ("Accept-Language", "zh"))).Succeeds().Text, Does.Contain("个人信息保护法"));
        Assert.That(await FirstAsync<int>("SELECT COUNT(*) FROM AuditEntry WHERE SubjectId = @Id AND Action LIKE 'personalData.%'", person), Is.EqualTo(2));
    }

    [Test]
    public async Task GetMyData_SomebodyElsesActsOnTheAccount_KeepTheirAddressOut()
    {
        var person = await PersonAsync(null, Role.Provider);
        (await PutAsync($"{Users}/{person.Id}", new { email = person.Email, displayName = "新名", roles = new[] { "seeker" } }, ("If-Match", "\"1\""))).Succeeds();
        var sections = (await SendAsync(person, HttpMethod.Get, $"{Me}/data")).Succeeds().Json.GetProperty("sections").EnumerateArray().ToDictionary(s => s.GetProperty("name").GetString()!);
        var entry = sections["auditAbout"].GetProperty("items").EnumerateArray().Single(e => e.GetProperty("action").GetString() == "account.changed");
        Assert.That(entry.GetProperty("byMe").GetBoolean(), Is.False);
        Assert.That(entry.GetProperty("address").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
    }

    [Test]
    public async Task PutMe_NameAndAddress_AreCorrectedWithThePasswordAndForgottenElsewhere()
    {
        var id = (await PostAsync(Users, new { email = "vorher@example.com", password = Password, displayName = "旧名字", roles = new[] { "provider" } }, ("Idempotency-Key", "k1"))).Succeeds(201).Id;
        var token = (await PostAsync("/api/v1/auth/login", new { email = "vorher@example.com", password = Password })).Succeeds().Json.GetProperty("accessToken").GetString()!;
        var person = new Person(id, "", token, null);
        var etag = (await SendAsync(person, HttpMethod.Get, Me)).ETag;
        var body = new { displayName = "新名字", email = "nachher@example.com", password = Password };
        (await SendAsync(person, HttpMethod.Put, Me, body)).IsProblem(428, "if-match-required");
        (await SendAsync(person, HttpMethod.Put, Me, new { body.displayName, body.email }, ("If-Match", etag))).IsProblem(403, "wrong-password");
        (await SendAsync(person, HttpMethod.Put, Me, new { body.displayName, email = Server.Admin.Email, body.password }, ("If-Match", etag))).IsProblem(409, "email-taken");
        var stamp = await FirstAsync<string>("SELECT SecurityStamp FROM Account WHERE Id = @id", new { id });
        var done = (await SendAsync(person, HttpMethod.Put, Me, body, ("If-Match", etag))).Succeeds();
        Assert.That(done.Json.GetProperty("displayName").GetString(), Is.EqualTo("新名字"));
        Assert.That(await FirstAsync<string>("SELECT SecurityStamp FROM Account WHERE Id = @id", new { id }), Is.Not.EqualTo(stamp));
        Assert.That(await FirstAsync<int>("SELECT COUNT(*) FROM IdempotentAnswer WHERE Body LIKE '%vorher@%' OR Body LIKE '%旧名字%'"), Is.Zero);
        (await SendAsync(person, HttpMethod.Put, Me, body, ("If-Match", etag))).IsProblem(412, "revision-changed");
        (await SendAsync(person, HttpMethod.Put, Me, new { displayName = "只改名", body.email }, ("If-Match", done.ETag))).Succeeds();
        (await PostAsync("/api/v1/auth/login", new { body.email, password = Password })).Succeeds();
    }

    [Test]
    public async Task IdempotentAnswer_OfABodyWithAPassword_KeepsNoHashThatCouldBeGuessed()
    {
        var body = $$"""{"email":"h@example.com","password":"{{Password}}","displayName":"甲","roles":["seeker"]}""";
        (await PostAsync(Users, body, ("Idempotency-Key", "plain"))).Succeeds(201);
        var plain = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body)));
        Assert.That(await FirstAsync<int>("SELECT COUNT(*) FROM IdempotentAnswer WHERE RequestHash = @plain", new { plain }), Is.Zero);
        Assert.That((await PostAsync(Users, body, ("Idempotency-Key", "plain"))).Succeeds(201).Headers["Idempotency-Replayed"], Is.EqualTo("true"));
    }

    [Test]
    public async Task GetPrivacy_OtherSettings_SaysThemInBothLanguages()
    {
        await using var server = await TestServer.StartAsync(s => (s.Privacy.ImportFileDays, s.Privacy.SignInAddressDays) = (123, 21));
        var text = await server.Anonymous.GetStringAsync("/api/v1/privacy");
        Assert.That(text, Does.Contain("保存 123 天").And.Contain("for 123 days").And.Contain("21 天").And.Contain("21 days").And.Contain("matching-objection"));
        Assert.That(await server.Anonymous.GetStringAsync("/privacy"), Does.Contain("for 123 days").And.Contain("<h1>How personal data are handled</h1>"));
    }
}
