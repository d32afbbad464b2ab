namespace TechBroker.Api.Validation;

/// <summary>Brings accepted text into the form in which it is kept.</summary>
internal static class Cleaning
{
    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Trimmed, without repetitions, in the order given.</summary>
    public static string[] Distinct(IReadOnlyList<string>? list) =>
        [.. (list ?? []).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
