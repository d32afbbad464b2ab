using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace TechBroker.IntegrationTests.Api.Support;

/// <summary>Bodies that clients in trouble might send, the same for the same seed: mutated JSON, swapped types, odd numbers and texts, noise.</summary>
internal sealed class BrokenBodies(int seed)
{
    private static readonly string[] OddTexts =
    [
        "", " ", "\0", "\u0001", "\u202E\u200B\uFEFF", "\uFFFF", "😀", "𠮷", new string('长', 400), "1e999", "null", "{}", "'; --", "%00", "../..", "00000000-0000-0000-0000-000000000000",
        "9999-12-31", "0001-01-01", "2027-02-30", "110000", "DE", "transfer", "CNY", "public",
    ];

    private static readonly string[] OddTokens =
    [
        "0", "-0", "-1", "1.5", "1e400", "-1e-400", "9223372036854775807", "9223372036854775808", "18446744073709551616", "1e3", "00", "+1", "NaN", "Infinity", "0x10",
        "true", "false", "null", "[]", "{}", "[[]]", "[null]", "{\"\":{}}", "\"\\ud800\"", "\"\\udfff\\ud800\"", "\"\\u0000\"", "\"\\x\"", "\"", "tru", ",", "]", "}",
    ];

    private readonly Random random = new(seed);

    public byte[] Next(JsonObject valid) => random.Next(6) switch
    {
        0 => Noise(),
        1 => Bytes(valid, 1 + random.Next(8)),
        2 => Cut(valid),
        3 => Encoding.UTF8.GetBytes(Tokens(valid)),
        4 => Encoding.UTF8.GetBytes(Nested()),
        _ => Encoding.UTF8.GetBytes(Swapped(valid).ToJsonString()),
    };

    private byte[] Noise()
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Bytes(JsonObject valid, int changes)
    {
        var bytes = Encoding.UTF8.GetBytes(valid.ToJsonString());
        for (var i = 0; i < changes; i++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private byte[] Cut(JsonObject valid)
    {
        var bytes = Encoding.UTF8.GetBytes(valid.ToJsonString());
        var from = random.Next(bytes.Length);
        return random.Next(2) == 0 ? bytes[..from] : [.. bytes[..from], .. bytes[random.Next(bytes.Length)..]];
    }

    // Each value may become any token, proper JSON or not; names may repeat.
    private string Tokens(JsonObject valid)
    {
        var properties = valid.Select(p => $"\"{p.Key}\":{(random.Next(3) == 0 ? Pick(OddTokens) : p.Value?.ToJsonString() ?? "null")}").ToList();
        if (random.Next(4) == 0)
        {
            properties.Add(Pick([.. properties]));
        }

        return "{" + string.Join(',', properties) + "}";
    }

    private string Nested()
    {
        var depth = random.Next(1, 200);
        var (open, close) = random.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"title\":\"a\",\"{Pick(["keywords", "ip", "askingPrice", "x"])}\":{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}}}");
    }

    // Proper JSON with values of other types at any level.
    private JsonObject Swapped(JsonObject valid)
    {
        var copy = valid.DeepClone().AsObject();
        for (var i = 0; i <= random.Next(4); i++)
        {
            var names = copy.Select(p => p.Key).ToArray();
            var name = Pick(names);
            switch (copy[name])
            {
                case JsonArray { Count: > 0 } list when random.Next(2) == 0:
                    list[random.Next(list.Count)] = OddValue();
                    break;
                case JsonObject inner when random.Next(2) == 0:
                    inner[Pick([.. inner.Select(p => p.Key), "other"])] = OddValue();
                    break;
                default:
                    copy[random.Next(8) == 0 ? Pick(OddTexts) : name] = OddValue();
                    break;
            }
        }

        return copy;
    }

    private JsonNode? OddValue() => random.Next(9) switch
    {
        0 => null,
        1 => random.Next(-10, 20),
        2 => random.NextInt64(),
        3 => random.NextDouble() * 1e18,
        4 => random.Next(2) == 0,
        5 => new JsonArray(OddText(), null, new JsonArray()),
        6 => new JsonObject { ["currency"] = OddText(), ["minorUnits"] = random.NextInt64() },
        7 => new JsonArray([.. Enumerable.Range(0, random.Next(40)).Select(_ => OddText())]),
        _ => OddText(),
    };

    private JsonNode OddText() => Pick(OddTexts);

    private T Pick<T>(T[] all) => all[random.Next(all.Length)];
}
