using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Api;

internal sealed class OpenApiTests : OnOneServer
{
    private string text = "";
    private JsonElement document;

    [OneTimeSetUp]
    public async Task ReadAsync()
    {
        text = (await GetAsync("/openapi/v1.json")).Succeeds().Text;
        document = JsonElement.Parse(text);
    }

    [Test]
    public void Document_ForAStrictReader_IsValid()
    {
        var (read, diagnostic) = OpenApiDocument.Parse(text, "json");

        Assert.Multiple(() =>
        {
            Assert.That(read, Is.Not.Null);
            Assert.That(diagnostic?.Errors.Select(e => e.ToString()), Is.Empty);
            Assert.That(diagnostic?.Warnings.Select(e => e.ToString()), Is.Empty);
        });
    }

    [Test]
    public void Document_NamesEveryEndpoint()
    {
        var served = Server.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null && !e.RoutePattern.RawText!.StartsWith("/openapi", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {PathOf(e)}"));

        var documented = document.GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}"));

        Assert.That(documented, Is.EquivalentTo(served));
    }

    [Test]
    public void Operations_HaveNamesOfTheirOwnAndASummary()
    {
        var operations = Operations().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(operations.Select(o => o.Body.GetProperty("operationId").GetString()), Is.Unique);
            foreach (var (path, method, body) in operations.Where(o => o.Path.StartsWith("/api/", StringComparison.Ordinal)))
            {
                Assert.That(body.TryGetProperty("summary", out _), Is.True, $"{method} {path}");
            }
        });
    }

    [TestCase("/api/v1/listings", "post", "PostListingBody")]
    [TestCase("/api/v1/listings/{id}", "put", "PutListingBody")]
    [TestCase("/api/v1/needs", "post", "PostNeedBody")]
    [TestCase("/api/v1/needs/{id}", "put", "PutNeedBody")]
    [TestCase("/api/v1/organisations", "post", "PostOrganisationBody")]
    [TestCase("/api/v1/organisations/{id}", "put", "PutOrganisationBody")]
    public void Body_OfAWrite_HasItsSchema(string path, string method, string schema)
    {
        var body = Operation(path, method).GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");

        Assert.That(body.GetProperty("$ref").GetString(), Is.EqualTo($"#/components/schemas/{schema}"));
        Assert.That(document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateObject(), Is.Not.Empty);
    }

    [TestCase("/api/v1/listings", "q,field,region,trl,minTrl,mode,organisationId,externalRef,state,limit,cursor")]
    [TestCase("/api/v1/needs", "q,field,region,trl,minTrl,mode,organisationId,externalRef,state,limit,cursor")]
    [TestCase("/api/v1/organisations", "q,limit,cursor")]
    [TestCase("/api/v1/listings/{id}/matches", "minLevel,limit,cursor")]
    [TestCase("/api/v1/needs/{id}/matches", "minLevel,limit,cursor")]
    public void Parameters_OfAList_AreNamed(string path, string names) =>
        Assert.That(Parameters(Operation(path, "get"), "query"), Is.EquivalentTo(names.Split(',')));

    [Test]
    public void Parameters_OfAWrite_NameItsHeaders()
    {
        Assert.Multiple(() =>
        {
            foreach (var (path, method, body) in Operations().Where(o => o.Method is "post" or "put"))
            {
                Assert.That(Parameters(body, "header"), Has.Some.EqualTo("Idempotency-Key"), $"{method} {path}");
                Assert.That(method == "post" || Parameters(body, "header").Contains("If-Match"), Is.True, $"{method} {path}");
            }
        });
    }

    private static string PathOf(RouteEndpoint endpoint) =>
        "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace(":guid}", "}", StringComparison.Ordinal).Replace(":int}", "}", StringComparison.Ordinal);

    private static string[] Parameters(JsonElement operation, string place) => operation.TryGetProperty("parameters", out var all)
        ? [.. all.EnumerateArray().Where(p => p.GetProperty("in").GetString() == place).Select(p => p.GetProperty("name").GetString()!)]
        : [];

    private JsonElement Operation(string path, string method) => document.GetProperty("paths").GetProperty(path).GetProperty(method);

    private IEnumerable<(string Path, string Method, JsonElement Body)> Operations() =>
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Name, o.Value)));
}
