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
    private const int MostFaults = 100;

    private static readonly HashSet<string> ReadOnlyNames =
    [
        "id", "revision", "state", "organisationId", "organisationName", "externalRef", "createdAt", "updatedAt", "publishedAt", "expiresOn", "returnReason", "warnings", "mergedInto",
    ];

    public static (T? Value, List<Fault> Faults) Read<T>(ReadOnlyMemory<byte> json)
        where T : class
    {
        var faults = new List<Fault>();
        if (BodySyntax.Parse(json, faults) is not { } document)
        {
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

    /// <returns>Null where so much is wrong that the rest is not looked at.</returns>
    private static T? Fill<T>(JsonElement root, List<Fault> faults)
        where T : class
    {
        var type = (JsonTypeInfo<T>)ApiJson.Options.GetTypeInfo(typeof(T));
        var properties = type.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var value = Activator.CreateInstance<T>();
        foreach (var given in root.EnumerateObject())
        {
            if (faults.Count == MostFaults)
            {
                return null;
            }

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
                faults.Add(FieldNames.Unknown(name, properties.Keys));
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
            faults.Add(new Fault(path, BodySyntax.HasBrokenText(given) ? BodySyntax.BrokenText : Expected(property.PropertyType)));
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            faults.Add(new Fault(property.Name, BodySyntax.BrokenText));
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
        var t when t == typeof(DateTimeOffset) => new("须为时间，如 2027-03-31T08:00:00Z。", "It must be a time such as 2027-03-31T08:00:00Z."),
        var t when t == typeof(Guid) => new("须为 UUID。", "It must be a UUID."),
        var t when t == typeof(MoneyBody) => new(
            "须为金额，如 {\"currency\":\"CNY\",\"minorUnits\":12345}（单位：分，整数）。",
            "It must be money such as {\"currency\":\"CNY\",\"minorUnits\":12345}: whole minor units."),
        var t when t == typeof(IReadOnlyList<IpBody>) => new(
            "须为知识产权列表，如 [{\"type\":\"patent\",\"number\":\"…\",\"status\":\"granted\"}]。",
            "It must be a list such as [{\"type\":\"patent\",\"number\":\"…\",\"status\":\"granted\"}]."),
        var t when t.IsGenericType && t.GetGenericArguments()[0].IsClass && t.GetGenericArguments()[0] != typeof(string) => new("须为对象列表，如 [{…}]。", "It must be a list of objects such as [{…}]."),
        _ => new("须为文本列表，如 [\"甲\",\"乙\"]。", "It must be a list of texts such as [\"a\",\"b\"]."),
    };
}
