namespace TechBroker.Api.Http;

/// <summary>Says what is wrong with a field that does not exist, and which one was probably meant.</summary>
internal static class FieldNames
{
    private const int LongestShown = 60, Typos = 2;

    public static Fault Unknown(string name, IReadOnlyCollection<string> known)
    {
        var all = string.Join(", ", known);
        var shown = name.Length <= LongestShown ? name : name[..LongestShown] + "…";
        return new Fault(shown, Nearest(name, known) is { } near
            ? new($"没有这个字段，是否应为 {near}？", $"There is no such field; did you mean {near}?")
            : new($"没有这个字段。可用字段：{all}。", $"There is no such field. Known fields: {all}."));
    }

    private static string? Nearest(string name, IReadOnlyCollection<string> known)
    {
        var plain = Plain(name);
        if (plain.Length is < 3 or > LongestShown)
        {
            return null;
        }

        return known.FirstOrDefault(k => Plain(k) == plain)
            ?? known.FirstOrDefault(k => Plain(k).StartsWith(plain, StringComparison.Ordinal) || plain.StartsWith(Plain(k), StringComparison.Ordinal))
            ?? known.Where(k => k.Length > 2 * Typos && Distance(plain, Plain(k)) <= Typos).MinBy(k => Distance(plain, Plain(k)));
    }

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    // Levenshtein, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
