using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace TechBroker.Matching.Tokens;

/// <summary>Cuts a normalised text into Chinese characters and bigrams, words and numbers, in the order of the text.</summary>
internal static class Tokenizer
{
    // Function words only: what a trade word is worth, the listings' statistics tell.
    private static readonly FrozenSet<string> FunctionWords = new[]
    {
        "a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have", "in", "into", "is", "it", "its", "of",
        "on", "or", "such", "than", "that", "the", "their", "this", "to", "was", "we", "which", "with",
    }.ToFrozenSet();

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,");

    public static List<Token> Cut(string key)
    {
        var tokens = new List<Token>(2 * key.Length);
        var position = 0;
        while (position < key.Length)
        {
            var width = HanWidth(key, position);
            if (width > 0)
            {
                position = CutHanRun(key, position, width, tokens);
            }
            else if (IsWordCharacter(key[position]))
            {
                position = CutWord(key, position, tokens);
            }
            else
            {
                position++;
            }
        }

        return tokens;
    }

    /// <summary>1 or 2 UTF-16 units if an ideograph (or kana, Hangul: no spaces between words either) starts here, otherwise 0.</summary>
    public static int HanWidth(string key, int position)
    {
        var c = key[position];
        if (c is (>= '\u3400' and <= '\u9fff') or (>= '\u3041' and <= '\u30fa') or (>= '\uac00' and <= '\ud7a3')
            or (>= '\uf900' and <= '\ufaff') or '\u3005' or '\u3007')
        {
            return 1;
        }

        // Planes 2 and 3 hold nothing but ideographs; their high surrogates are D840-D8BF.
        return c is >= '\ud840' and <= '\ud8bf' && position + 1 < key.Length ? 2 : 0;
    }

    private static int CutHanRun(string key, int start, int width, List<Token> tokens)
    {
        var previous = start;
        var position = start + width;
        tokens.Add(new Token(TokenKind.Character, start, width));
        while (position < key.Length && HanWidth(key, position) is var next and > 0)
        {
            tokens.Add(new Token(TokenKind.Bigram, previous, position + next - previous));
            tokens.Add(new Token(TokenKind.Character, position, next));
            previous = position;
            position += next;
        }

        return position;
    }

    private static int CutWord(string key, int start, List<Token> tokens)
    {
        var end = start + 1;
        while (end < key.Length && ContinuesWord(key, start, end))
        {
            end++;
        }

        var text = key.AsSpan(start, end - start);
        if (!char.IsAsciiDigit(text[0]))
        {
            if (!FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
            {
                tokens.Add(new Token(TokenKind.Word, start, end - start));
            }
        }
        else if (!IsBareNumber(text) || NamesAGrade(text))
        {
            tokens.Add(new Token(TokenKind.Number, start, end - start));
        }

        return end;
    }

    private static bool ContinuesWord(string key, int start, int position)
    {
        var c = key[position];
        if (HanWidth(key, position) > 0)
        {
            return false;
        }

        if (IsWordCharacter(c))
        {
            return true;
        }

        // 3.7v, 1,000kg, 67%, 20°c: the sign belongs to the number.
        return char.IsAsciiDigit(key[start]) && char.IsAsciiDigit(key[position - 1])
            && (c is '%' or '°' || (c is '.' or ',' && position + 1 < key.Length && char.IsAsciiDigit(key[position + 1])));
    }

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsBareNumber(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(NumberCharacters);

    // 304 and 6061 name a steel and an alloy; 2 and 2019 count things and years.
    private static bool NamesAGrade(ReadOnlySpan<char> number) =>
        number.Length >= 3 && !number.ContainsAny('.', ',') && !(number.Length == 4 && (number.StartsWith("19") || number.StartsWith("20")));
}
