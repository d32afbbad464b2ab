using System.Diagnostics.CodeAnalysis;

namespace TechBroker.Domain;

/// <summary>The camelCase names that HTTP, files and the database use for an enumeration's values.</summary>
public static class Codes
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    public static bool TryParse<T>([NotNullWhen(true)] string? code, out T value)
        where T : struct, Enum
    {
        value = default;
        return code is not null && Names<T>.ByCode.TryGetValue(code, out value);
    }

    /// <exception cref="ArgumentException">The code is none of the enumeration's: stored data that no validator has seen.</exception>
    public static T Parse<T>(string code)
        where T : struct, Enum => TryParse<T>(code, out var value) ? value : throw new ArgumentException($"'{code}' is no {typeof(T).Name}.", nameof(code));

    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Names<T>.Codes;

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(v => v, v => Camel(v.ToString()));
        public static readonly Dictionary<string, T> ByCode = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
        public static readonly string[] Codes = [.. Enum.GetValues<T>().Select(v => ByValue[v])];

        private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }
}
