using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>A body of a type that is nearly right, to be broken: every property has a value of its type.</summary>
internal static class SampleBody
{
    private const int Deepest = 4;

    /// <param name="type">The body's record.</param>
    /// <param name="ids">Ids that exist.</param>
    /// <param name="random">Chooses among them.</param>
    public static JsonObject Of(Type type, IReadOnlyList<Guid> ids, Random random)
    {
        var body = Properties(type, ids, random, 0);
        if (body.Count == 0)
        {
            body["x"] = 1;
        }

        return body;
    }

    private static JsonObject Properties(Type type, IReadOnlyList<Guid> ids, Random random, int depth) => new(type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)
        .Select(p => new KeyValuePair<string, JsonNode?>(JsonNamingPolicy.CamelCase.ConvertName(p.Name), Value(p.Name, p.PropertyType, ids, random, depth + 1))));

    private static JsonNode? Value(string name, Type declared, IReadOnlyList<Guid> ids, Random random, int depth)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when depth > Deepest => null,
            _ when type == typeof(string) => Text(name),
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal) => 5,
            _ when type == typeof(Guid) => ids[random.Next(ids.Count)].ToString("D"),
            _ when type == typeof(DateOnly) => "2099-01-01",
            _ when type == typeof(DateTimeOffset) || type == typeof(DateTime) => "2026-11-01T08:00:00+08:00",
            _ when type.IsEnum => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[0]),
            _ when type.IsAssignableTo(typeof(IEnumerable)) => type.IsGenericType && type.GetGenericArguments() is [var item]
                ? new JsonArray(Value(name, item, ids, random, depth + 1))
                : new JsonObject { ["a"] = "b" },
            _ when type.IsClass => Properties(type, ids, random, depth),
            _ => null,
        };
    }

    // A password that is refused for its shape costs no hash, of which a second makes only some ten.
    private static string Text(string name) => name switch
    {
        "Email" => "somebody@example.com",
        "Password" or "NewPassword" or "CurrentPassword" => "",
        "RegionCode" => "110000",
        "Kind" => "enterprise",
        "Visibility" => "blind",
        "Language" => "zh",
        "Roles" => "provider",
        "Side" => "need",
        "Currency" => "CNY",
        "CooperationModes" => "transfer",
        "State" => "active",
        _ => "量子密钥分发终端",
    };
}
