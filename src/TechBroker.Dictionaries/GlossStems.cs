using TechBroker.Matching.Tokens;

namespace TechBroker.Dictionaries;

/// <summary>The stems of an English sense, by the same stemming as the texts that will be looked up.</summary>
internal static class GlossStems
{
    private static readonly HashSet<string> SaysNothing =
    [
        "a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have", "in", "into", "is", "it", "its", "of", "on", "or",
        "such", "than", "that", "the", "their", "this", "to", "was", "we", "which", "with", "etc", "eg", "ie", "sb", "sth", "one", "esp", "used", "about",
    ];

    public static IEnumerable<string> Of(string sense)
    {
        var lower = sense.ToLowerInvariant();
        for (var start = 0; start < lower.Length; start++)
        {
            var end = start;
            while (end < lower.Length && char.IsLetter(lower[start]) && char.IsLetterOrDigit(lower[end]) && lower[end] < '\u3000')
            {
                end++;
            }

            var word = lower[start..end];
            if (word.Length > 0 && !SaysNothing.Contains(word))
            {
                var letters = word.ToCharArray();
                yield return new string(letters, 0, PorterStem.Stem(letters));
            }

            start = end;
        }
    }
}
