using System.Text.RegularExpressions;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>Text and lists as people type them into cells.</summary>
internal static partial class CellText
{
    /// <summary>Separators of a list in a cell.</summary>
    public const string Separators = "；;、，,|\n\r";

    public static string Tidy(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    /// <summary>One line: a break inside a title comes from the width of its column.</summary>
    public static string Line(string text) => Spaces().Replace(text, " ").Trim();

    public static IReadOnlyList<string> List(string text) =>
        text.Split(Separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// A list of terms, some of whose names contain a separator themselves ("化工、冶金与材料工程"): the longest stretch that
    /// <paramref name="known"/> recognises stays together.
    /// </summary>
    public static IReadOnlyList<string> Terms(string text, Func<string, bool> known)
    {
        var parts = new List<(int From, int To)>();
        for (int from = 0, at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || Separators.Contains(text[at], StringComparison.Ordinal))
            {
                parts.Add((from, at));
                from = at + 1;
            }
        }

        var terms = new List<string>();
        for (var i = 0; i < parts.Count; i++)
        {
            // No term has more than a few separators; the bound keeps a cell of commas from costing the square of its length.
            var last = Math.Min(parts.Count - 1, i + 4);
            while (last > i && !known(text[parts[i].From..parts[last].To].Trim()))
            {
                last--;
            }

            var term = text[parts[i].From..parts[last].To].Trim();
            if (term.Length > 0)
            {
                terms.Add(term);
            }

            i = last;
        }

        return terms;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
