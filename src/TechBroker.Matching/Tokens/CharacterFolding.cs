using System.Collections.Frozen;
using System.Text.Json;

namespace TechBroker.Matching.Tokens;

/// <summary>
/// NFKC by table. The program runs with invariant globalisation, where <see cref="string.Normalize()"/> leaves everything but
/// ASCII alone; a table also gives the same characters on every platform.
/// </summary>
internal static class CharacterFolding
{
    private static readonly Tables Loaded = Load();

    /// <summary>A character of the basic plane to what it is compatible with: full width to half width, ℃ to °C, ① to 1.</summary>
    public static FrozenDictionary<char, string> Compatibility { get; } =
        Loaded.Compatibility.ToFrozenDictionary(pair => pair.Key[0], pair => pair.Value);

    /// <summary>Letter and combining mark to the composed letter.</summary>
    public static FrozenDictionary<(char Letter, char Mark), char> Composition { get; } =
        Loaded.Composition.ToFrozenDictionary(pair => (pair.Key[0], pair.Key[1]), pair => pair.Value[0]);

    private static Tables Load() =>
        JsonSerializer.Deserialize<Tables>(
            typeof(CharacterFolding).Assembly.GetManifestResourceStream("nfkc.json")!, JsonSerializerOptions.Web)!;

    private sealed record Tables(Dictionary<string, string> Compatibility, Dictionary<string, string> Composition);
}
