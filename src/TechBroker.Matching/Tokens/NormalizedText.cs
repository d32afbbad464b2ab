using System.Globalization;
using System.Text;
using TechBroker.Matching.Lexicons;

namespace TechBroker.Matching.Tokens;

/// <summary>
/// A text as a person would read it (<see cref="Display"/>: NFKC, case kept) and as the index compares it (<see cref="Key"/>:
/// lower case, traditional characters simplified one by one). Both have the same length, so that a place in one is the same place in the other.
/// </summary>
internal sealed class NormalizedText
{
    public NormalizedText(string text)
    {
        Display = Fold(text);
        Key = string.Create(Display.Length, Display, static (key, display) =>
        {
            display.AsSpan().ToLowerInvariant(key);
            Simplify(key);
        });
    }

    public string Display { get; }

    public string Key { get; }

    private static void Simplify(Span<char> key)
    {
        var lexicon = Lexicon.Shared;
        foreach (ref var c in key)
        {
            c = c >= '\u3400' ? lexicon.Simplify(c) : c;
        }
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is (> ' ' and < '\u007f') or (>= '\u4e00' and <= '\u9fff'))
            {
                // Nearly everything; neither range has anything to fold.
                folded.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                folded.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c) || char.IsWhiteSpace(c) || char.IsControl(c))
            {
                // Half a character tells nothing, but what stands around it must not grow together.
                folded.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                // Format characters (zero width, direction marks, BOM) are dropped: they hide inside words.
                AppendFolded(folded, c);
            }
        }

        return folded.ToString();
    }

    private static void AppendFolded(StringBuilder folded, char c)
    {
        if (CharacterFolding.Compatibility.TryGetValue(c, out var replacement))
        {
            folded.Append(replacement);
        }
        else if (folded.Length > 0 && CharacterFolding.Composition.TryGetValue((folded[^1], c), out var composed))
        {
            folded[^1] = composed;
        }
        else
        {
            folded.Append(c);
        }
    }
}
