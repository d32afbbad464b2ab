using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TechBroker.Contracts.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Http;

/// <summary>
/// Reads a JSON object property by property, so that one wrong type does not hide the next. Properties that answers carry but requests
/// do not (id, revision, state …) are passed over in a PUT: clients send back what they got.
/// </summary>
internal static class BodyReader
{
    private static readonly HashSet<string> ReadOnlyNames =
    [
        "id", "revision", "state", "organisationId", "externalRef", "createdAt", "updatedAt", "publishedAt", "expiresOn", "warnings",
    ];

    public static (T? Value, List<Fault> Faults) Read<T>(ReadOnlyMemory<byte> json)
        where T : class
    {
        var faults = new List<Fault>();
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            faults.Add(new Fault("$", new($"不是有效的 JSON：{Place(e)}。", $"This is not valid JSON: {Place(e)}.")));
            return (null, faults);
        }

        using (document)
        {
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                faults.Add(new Fault("$", new("请求正文须为 JSON 对象，如 {\"title\":\"…\"}。", "The body must be a JSON object such as {\"title\":\"…\"}.")));
                return (null, faults);
            }

            return (Fill<T>(document.RootElement, faults), faults);
        }
    }

    private static T Fill<T>(JsonElement root, List<Fault> faults)
        where T : class
    {
        var type = (JsonTypeInfo<T>)ApiJson.Options.GetTypeInfo(typeof(T));
        var properties = type.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var value = Activator.CreateInstance<T>();
        foreach (var given in root.EnumerateObject())
        {
            if (!TryName(given, out var name))
            {
                faults.Add(new Fault("$", new("字段名含有无效字符。", "A field name holds invalid characters.")));
            }
            else if (properties.TryGetValue(name, out var property))
            {
                Set(value, property, given.Value, faults);
            }
            else if (!(typeof(T).Name.StartsWith("Put", StringComparison.Ordinal) && ReadOnlyNames.Contains(name)))
            {
                faults.Add(Unknown(name, properties.Keys));
            }
        }

        return value;
    }

    private static void Set<T>(T value, JsonPropertyInfo property, JsonElement given, List<Fault> faults)
        where T : class
    {
        try
        {
            property.Set!(value, given.Deserialize(property.PropertyType, ApiJson.Options));
        }
        catch (JsonException e)
        {
            var path = e.Path is { Length: > 1 } inner ? property.Name + inner[1..] : property.Name;
            faults.Add(new Fault(path, Expected(property.PropertyType)));
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8.
            faults.Add(new Fault(property.Name, new("含有无效的字符编码（如不成对的代理字符），请改用正常文本。", "It holds broken character encoding (such as half a surrogate pair); send plain text.")));
        }
    }

    private static bool TryName(JsonProperty given, out string name)
    {
        try
        {
            name = given.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }

    private static Text Expected(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => new("须为文本（字符串）。", "It must be text (a string)."),
        var t when t == typeof(int) || t == typeof(long) => new("须为整数，不带引号和小数。", "It must be a whole number, without quotes or decimals."),
        var t when t == typeof(bool) => new("须为 true 或 false。", "It must be true or false."),
        var t when t == typeof(DateOnly) => new("须为日期，如 2027-03-31。", "It must be a date such as 2027-03-31."),
        var t when t == typeof(Guid) => new("须为 UUID。", "It must be a UUID."),
        var t when t == typeof(MoneyBody) => new(
            "须为金额，如 {\"currency\":\"CNY\",\"minorUnits\":12345}（单位：分，整数）。",
            "It must be money such as {\"currency\":\"CNY\",\"minorUnits\":12345}: whole minor units."),
        var t when t == typeof(IReadOnlyList<IpBody>) => new(
            "须为知识产权列表，如 [{\"type\":\"patent\",\"number\":\"…\",\"status\":\"granted\"}]。",
            "It must be a list such as [{\"type\":\"patent\",\"number\":\"…\",\"status\":\"granted\"}]."),
        _ => new("须为文本列表，如 [\"甲\",\"乙\"]。", "It must be a list of texts such as [\"a\",\"b\"]."),
    };

    private static Fault Unknown(string name, IEnumerable<string> known)
    {
        var near = known.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase))
            ?? known.FirstOrDefault(k => k.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(k, StringComparison.OrdinalIgnoreCase));
        var all = string.Join(", ", known);
        var shown = name.Length <= 60 ? name : name[..60] + "…";
        return new Fault(shown, near is null
            ? new($"没有这个字段。可用字段：{all}。", $"There is no such field. Known fields: {all}.")
            : new($"没有这个字段，是否应为 {near}？", $"There is no such field; did you mean {near}?"));
    }

    private static string Place(Exception e) =>
        e is JsonException { LineNumber: { } line, BytePositionInLine: { } column } ? $"line {line + 1}, byte {column + 1}" : "encoding";
}
