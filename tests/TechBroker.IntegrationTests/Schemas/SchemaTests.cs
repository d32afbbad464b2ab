using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using TechBroker.Contracts.Messages;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Schemas;

/// <summary>What others build against stands in schemas/ and is what the code does.</summary>
internal sealed class SchemaTests
{
    private static readonly Type[] Messages =
        [.. typeof(ListingPublished).Assembly.GetTypes().Where(t => t.Namespace == typeof(ListingPublished).Namespace).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [TestCaseSource(nameof(Messages))]
    public void MessageSchema_OfEachMessage_IsTheApprovedOne(Type message) =>
        ApprovedFile.Check($"schemas/messages/{message.Name}.v1.json", SchemaOf(message).ToJsonString(Indented));

    [Test]
    public void MessageSchemas_OnceReleased_NeverChange()
    {
        var folder = Path.Combine(Repository.Root, "schemas", "messages");
        var released = File.ReadAllLines(Path.Combine(folder, "RELEASED")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split("  ")).ToList();
        Assert.That(released, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var (hash, file) in released.Select(r => (r[0], r[1])))
            {
                var bytes = Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(folder, file)).ReplaceLineEndings("\n"));
                Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(hash), $"{file} is released: add a v2 beside it instead of changing it.");
            }
        });
    }

    [TestCaseSource(nameof(Messages))]
    public void Message_OfEachType_CarriesIdsAndNoText(Type message)
    {
        // The only texts are codes of the program itself, never what a person wrote.
        string[] codes = ["Side", "EngineVersion", "Action"];
        Assert.That(
            message.GetProperties().Where(p => !codes.Contains(p.Name)).Select(p => p.PropertyType).Distinct(),
            Is.SubsetOf(new[] { typeof(Guid), typeof(Guid?), typeof(int), typeof(DateTimeOffset) }));
    }

    [Test]
    public async Task OpenApi_OfTheRunningServer_IsTheApprovedOne()
    {
        await using var server = await TestServer.StartAsync();
        ApprovedFile.Check("schemas/openapi.json", await server.Http.GetStringAsync("/openapi/v1.json"));
    }

    [Test]
    public void AsyncApi_OfAllMessages_IsTheApprovedOne()
    {
        var yaml = new StringBuilder("""
            # Generated from TechBroker.Contracts.Messages and compared by a test. Payloads: schemas/messages.
            asyncapi: 3.0.0
            info:
              title: TechBroker events
              version: 1.0.0
              description: Published through the outbox after commit, at least once; consumers remember the message id. Ids and revisions only, never text.
            channels:

            """);
        foreach (var message in Messages)
        {
            yaml.Append($"  {message.Name}:\n    address: '{message.Namespace}:{message.Name}'\n    messages:\n      {message.Name}:\n        $ref: '#/components/messages/{message.Name}'\n");
        }

        yaml.Append("operations:\n");
        foreach (var message in Messages)
        {
            yaml.Append($"  publish{message.Name}:\n    action: send\n    channel:\n      $ref: '#/channels/{message.Name}'\n");
        }

        yaml.Append("components:\n  messages:\n");
        foreach (var message in Messages)
        {
            yaml.Append($"    {message.Name}:\n      contentType: application/json\n      payload:\n        $ref: './messages/{message.Name}.v1.json'\n");
        }

        ApprovedFile.Check("schemas/events.asyncapi.yaml", yaml.ToString());
    }

    private static JsonObject SchemaOf(Type message)
    {
        var schema = StoredJson.Options.GetJsonSchemaAsNode(message, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }).AsObject();
        var head = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:techbroker:messages:{message.Name}:v1",
            ["title"] = message.Name,
        };
        foreach (var (name, value) in schema.ToList())
        {
            schema.Remove(name);
            head[name] = value;
        }

        return head;
    }
}
