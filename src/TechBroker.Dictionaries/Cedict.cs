using System.Text.RegularExpressions;

namespace TechBroker.Dictionaries;

/// <summary>One headword of CC-CEDICT with its English senses, cleaned of what is no translation.</summary>
internal sealed record Headword(string Simplified, IReadOnlyList<string> Senses);

/// <summary>Reads CC-CEDICT: <c>傳統 传统 [chuan2 tong3] /sense/sense; sense/</c>, one headword a line.</summary>
internal static partial class Cedict
{
    public static IEnumerable<Headword> Read(string text)
    {
        foreach (Match line in Line().Matches(text))
        {
            // A proper name, as its capital says in the pronunciation, is seldom what a technical text means.
            if (char.IsAsciiLetterUpper(line.Groups["sound"].ValueSpan[0]) && line.Groups["simplified"].Length < 2)
            {
                continue;
            }

            var senses = line.Groups["senses"].Value.Split('/', ';').Select(Clean).Where(sense => sense.Length > 0).Distinct().ToList();
            if (senses.Count > 0)
            {
                yield return new Headword(line.Groups["simplified"].Value, senses);
            }
        }
    }

    private static string Clean(string sense)
    {
        // "CL:個|个[ge4]" names a counting word, "variant of" and the like another headword, (…) a remark.
        var trimmed = sense.Trim();
        return trimmed.StartsWith("CL:", StringComparison.Ordinal) || Reference().IsMatch(trimmed)
            ? ""
            : Remark().Replace(trimmed, " ").Trim();
    }

    [GeneratedRegex(@"^(?!#)\S+ (?<simplified>\S+) \[(?<sound>[^\]]+)\] /(?<senses>.+)/\r?$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(old |Japanese |erhua |archaic )?variant of |^used in |^see (also )?\S*[\u3400-\u9fff]|^surname |^also written |[\u3400-\u9fff].*\[.*\]|^also pr\. |^abbr\. |^\(?idiom")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex Remark();
}
