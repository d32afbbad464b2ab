using System.Text.Json;
using TechBroker.Api.Accounts.External;

namespace TechBroker.UnitTests.Accounts;

internal sealed class ExternalIdentityTests
{
    private static readonly OidcOptions Feishu = new() { SubjectPath = "data.union_id", EmailPath = "data.enterprise_email", TrustEmail = true };

    [TestCase("""{"sub":"s","email":"a@example.com","email_verified":true}""", "s", "a@example.com")]
    [TestCase("""{"sub":"s","email":"a@example.com","email_verified":"true"}""", "s", "a@example.com")]
    [TestCase("""{"sub":"s","email":"a@example.com","email_verified":false}""", "s", null)]
    [TestCase("""{"sub":"s","email":"a@example.com"}""", "s", null)]
    [TestCase("""{"sub":42}""", "42", null)]
    public void Read_StandardClaims_TakesOnlyVerifiedAddresses(string json, string subject, string? email) =>
        Assert.That(ExternalIdentity.Read(JsonElement.Parse(json), new OidcOptions()), Is.EqualTo(new ExternalIdentity(subject, email)));

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("""{"sub":""}""")]
    [TestCase("""{"sub":null}""")]
    [TestCase("""{"sub":{"x":1}}""")]
    public void Read_WithoutASubject_IsNobody(string json) => Assert.That(ExternalIdentity.Read(JsonElement.Parse(json), new OidcOptions()), Is.Null);

    [Test]
    public void Read_NestedAnswer_FollowsThePaths() => Assert.That(
        ExternalIdentity.Read(JsonElement.Parse("""{"code":0,"data":{"union_id":"on_1","enterprise_email":"a@example.com"}}"""), Feishu),
        Is.EqualTo(new ExternalIdentity("on_1", "a@example.com")));

    [TestCase("Name", "Oidc:0:Name")]
    [TestCase("", null)]
    [TestCase("ClientSecret", "Oidc:0:ClientSecret")]
    [TestCase("http", "https")]
    [TestCase("endpoints", "Authority")]
    public void Fault_OfWrongOptions_NamesTheKeyAndNoSecret(string broken, string? named)
    {
        var options = new OidcOptions { Name = "centre", Authority = "https://login.example.org", ClientId = "id", ClientSecret = "top-secret" };
        switch (broken)
        {
            case "Name": options.Name = "No Spaces"; break;
            case "ClientSecret": options.ClientSecret = ""; break;
            case "http": options.Authority = "http://login.example.org"; break;
            case "endpoints": options.Authority = null; break;
        }

        var fault = OidcOptions.Fault([options]);

        Assert.That(fault, named is null ? Is.Null : Does.Contain(named).And.Not.Contain("top-secret"));
        Assert.That(options.ToString(), Does.Not.Contain("top-secret"));
    }
}
