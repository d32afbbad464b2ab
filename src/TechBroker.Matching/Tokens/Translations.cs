using System.Runtime.InteropServices;
using TechBroker.Matching.Lexicons;

namespace TechBroker.Matching.Tokens;

/// <summary>
/// What an item's English words are called in Chinese, as terms with impacts. Only English is translated: an English need then meets Chinese
/// listings, and a Chinese need English ones, with one set of words in common, that of the trade's own language, whose rarity the
/// market knows.
/// </summary>
internal static class Translations
{
    /// <summary>
    /// A character alone is a weak guess, and in a long text there are many. 1.5, its weight in one's own text, finds 2 % more among
    /// names alone, and drowns texts: any long English listing then scores higher with any need than most Chinese ones.
    /// </summary>
    private const double SingleCharacter = 0.6;

    /// <summary>Shorter words are units and abbreviations, and what the dictionary has of them is something else.</summary>
    private const int ShortestWord = 3;

    /// <param name="terms">The item's own terms.</param>
    /// <param name="impacts">Their impacts.</param>
    /// <param name="own">The same terms: what a text says itself needs no translation.</param>
    /// <param name="weight">Of the likeliest translation, beside the word itself.</param>
    public static (string[] Terms, byte[] Impacts) Of(string[] terms, byte[] impacts, Dictionary<string, double> own, double weight)
    {
        var found = new Dictionary<(char First, char Second), int>();
        for (var i = 0; i < terms.Length && weight > 0; i++)
        {
            if (terms[i].Length >= ShortestWord && char.IsAsciiLetterLower(terms[i][0]) && Lexicon.Shared.FindStem(terms[i]) is var stem and >= 0)
            {
                Add(stem, impacts[i] * weight, found);
            }
        }

        var crossTerms = new List<string>(found.Count);
        var crossImpacts = new List<byte>(found.Count);
        foreach (var ((first, second), impact) in found)
        {
            var term = second == '\0' ? first.ToString() : string.Concat([first, second]);
            if (impact > 0 && !own.ContainsKey(term))
            {
                crossTerms.Add(term);
                crossImpacts.Add((byte)Math.Min(impact, byte.MaxValue));
            }
        }

        return ([.. crossTerms], [.. crossImpacts]);
    }

    // Of two words with one translation the better one counts: two guesses of the same are no better than one.
    private static void Add(int stem, double impact, Dictionary<(char First, char Second), int> found)
    {
        var (first, end) = Lexicon.Shared.TranslationsOf(stem);
        for (var number = first; number < end; number++)
        {
            var translation = Lexicon.Shared.Translation(number);
            var share = impact * translation.Weight / byte.MaxValue * (translation.Second == '\0' ? SingleCharacter : 1);
            ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(found, (translation.First, translation.Second), out _);
            best = Math.Max(best, (int)(share + 0.5));
        }
    }
}
