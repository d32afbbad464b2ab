using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit;
using MassTransit.Serialization;
using TechBroker.Contracts.Messages;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Messages;

/// <summary>
/// R15: bodies as released versions wrote them (NAME.v1.json; NAME.v1.older.json without what is optional) and as a newer one may
/// (NAME.v1.newer.json, with fields nobody here knows) are read today, from the outbox and from the bus; and what is written today is what released versions read. These files are never changed: a field that
/// is added as required makes them unreadable, which is the point.
/// </summary>
internal sealed class GoldenMessageTests
{
    private static readonly string Golden = Path.Combine(Repository.Root, "tests", "TechBroker.IntegrationTests", "Messages", "golden");

    private static readonly string Schemas = Path.Combine(Repository.Root, "schemas", "messages");

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Golden, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Released => Files.Where(f => f.EndsWith(".v1.json", StringComparison.Ordinal));

    [Test]
    public void Golden_OfEachSchema_IsThere() =>
        Assert.That(Directory.EnumerateFiles(Schemas, "*.v1.json").Select(f => Path.GetFileName(f)), Is.EquivalentTo(Released));

    [TestCaseSource(nameof(Files))]
    public void Outbox_GoldenMessage_IsRead(string file)
    {
        var (type, message) = FromOutbox(file).Open();

        Assert.That(type.Name, Is.EqualTo(NameOf(file)));
        SaysTheSame(message, file);
    }

    [TestCaseSource(nameof(Files))]
    public void Bus_GoldenMessage_IsRead(string file)
    {
        var type = typeof(NeedPosted).Assembly.GetType($"{typeof(NeedPosted).Namespace}.{NameOf(file)}")!;

        // As it lies on a queue: the envelope that MassTransit 8 writes, with the type's name for good.
        var envelope = new JsonObject
        {
            ["messageId"] = Guid.NewGuid().ToString("D"),
            ["messageType"] = new JsonArray($"urn:message:{typeof(NeedPosted).Namespace}:{NameOf(file)}"),
            ["message"] = Body(file),
        };
        var serializer = new SystemTextJsonMessageSerializer();
        var context = serializer.Deserialize(new StringMessageBody(envelope.ToJsonString()), new EmptyHeaders());

        Assert.That(context.TryGetMessage(type, out var message), Is.True);
        SaysTheSame(message!, file);
    }

    [TestCaseSource(nameof(Released))]
    public void Written_Today_IsWhatTheReleasedSchemaAsksFor(string file)
    {
        var written = JsonNode.Parse(StoredJson.Write(FromOutbox(file).Open().Message))!.AsObject();
        var schema = SchemaOf(file);

        foreach (var name in schema["required"]!.AsArray().Select(n => n!.GetValue<string>()))
        {
            Assert.That(written.ContainsKey(name), Is.True, $"an older version needs {name}");
            Assert.That(Fits(written[name], schema["properties"]![name]!), Is.True, $"{name} is {written[name]}");
        }
    }

    [TestCaseSource(nameof(Released))]
    public void Outbox_MessageWithoutAFieldItNeeds_IsRefusedAndNotGuessed(string file)
    {
        var body = Body(file);
        body.Remove(body.First().Key);

        Assert.That(() => new OutboxMessage { MessageId = Guid.NewGuid(), Type = NameOf(file), Body = body.ToJsonString(), CreatedAt = default }.Open(), Throws.InstanceOf<JsonException>());
    }

    private static string NameOf(string file) => file.Split('.')[0];

    private static JsonNode SchemaOf(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Schemas, $"{NameOf(file)}.v1.json")))!;

    private static JsonObject Body(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Golden, file)))!.AsObject();

    private static OutboxMessage FromOutbox(string file) => new() { MessageId = Guid.NewGuid(), Type = NameOf(file), Body = Body(file).ToJsonString(), CreatedAt = default };

    /// <summary>Every value that the released schema knows arrived.</summary>
    private static void SaysTheSame(object message, string file)
    {
        var (read, known) = (JsonSerializer.SerializeToNode(message, message.GetType(), StoredJson.Options)!, SchemaOf(file)["properties"]!.AsObject());
        foreach (var (name, value) in Body(file).Where(p => known.ContainsKey(p.Key)))
        {
            Assert.That(JsonNode.DeepEquals(read[name], value), Is.True, $"{name} was {value} and is {read[name]}");
        }
    }

    private static bool Fits(JsonNode? value, JsonNode property) => (property["type"]!.ToString(), property["format"]?.GetValue<string>()) switch
    {
        (_, "uuid") => Guid.TryParse(value?.GetValue<string>(), out _),
        (_, "date-time") => DateTimeOffset.TryParse(value?.GetValue<string>(), out _),
        ("integer", _) => value?.GetValueKind() is JsonValueKind.Number,
        _ => value?.GetValueKind() is JsonValueKind.String,
    };

    private sealed class EmptyHeaders : Headers
    {
        public IEnumerable<KeyValuePair<string, object>> GetAll() => [];

        public bool TryGetHeader(string key, out object value)
        {
            value = null!;
            return false;
        }

        public T? Get<T>(string key, T? defaultValue = default)
            where T : class => defaultValue;

        public T? Get<T>(string key, T? defaultValue = default)
            where T : struct => defaultValue;

        public IEnumerator<HeaderValue> GetEnumerator() => Enumerable.Empty<HeaderValue>().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
