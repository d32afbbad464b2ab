using System.Buffers;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Lexicons;

/// <summary>
/// A text in whole words. Reasons are made of them; the index keeps characters and bigrams, which find more: of words beside or instead of them,
/// with any weight, judged needs knew nothing to gain.
/// </summary>
internal static class Words
{
    /// <summary>2^10.5 times in the dictionary's corpus.</summary>
    private const int RareCharacter = (int)(10.5 * Lexicon.Steps);

    /// <summary>Chinese words, Latin words and numbers in the order of the text.</summary>
    public static List<Token> In(string key)
    {
        var words = new List<Token>();
        foreach (var token in Tokenizer.Cut(key))
        {
            if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                words.Add(token);
            }
            else if (token.Kind == TokenKind.Character && (words.Count == 0 || words[^1].End <= token.Start))
            {
                AddRun(key, token.Start, words);
            }
        }

        return words;
    }

    /// <summary>Whether the dictionary has it.</summary>
    public static bool IsWord(ReadOnlySpan<char> text) => Lexicon.Shared.Words.Find(text) is var node and >= 0 && Lexicon.Shared.LogFrequency(node) > 0;

    /// <summary>Whether a character tells something by itself (钛, 泵, 酶); common ones (本, 台, 级) are mostly parts of words.</summary>
    public static bool IsRareCharacter(ReadOnlySpan<char> text) =>
        text.Length == 1 && Lexicon.Shared.Words.Find(text) is var node and >= 0 && Lexicon.Shared.LogFrequency(node) <= RareCharacter;

    private static void AddRun(string key, int start, List<Token> words)
    {
        var end = start;
        while (end < key.Length && Tokenizer.HanWidth(key, end) is var width and > 0)
        {
            end += width;
        }

        var lengths = ArrayPool<byte>.Shared.Rent(end - start);
        Segmentation.Cut(key.AsSpan(start, end - start), lengths);
        for (var at = start; at < end; at += lengths[at - start])
        {
            words.Add(new Token(TokenKind.ChineseWord, at, lengths[at - start]));
        }

        ArrayPool<byte>.Shared.Return(lengths);
    }
}
