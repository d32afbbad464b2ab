using System.Text.Json;
using TechBroker.Domain;

namespace TechBroker.Composition;

/// <summary>The files of deploy/demo inside the program.</summary>
internal static class DemoFile
{
    /// <summary>As the program's own default.</summary>
    public const int PublicityDays = 15;

    public static IEnumerable<JsonElement> Lines(string name)
    {
        using var reader = new StreamReader(typeof(DemoFile).Assembly.GetManifestResourceStream($"demo/{name}.jsonl")!);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return JsonElement.Parse(line);
            }
        }
    }

    public static Money MoneyOf(JsonElement value) => new(value.GetProperty("currency").GetString()!, value.GetProperty("minorUnits").GetInt64());

    public static string? Text(this JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static int? Number(this JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetInt32() : null;
}
