namespace TechBroker.Matching.Tokens;

internal enum TokenKind
{
    /// <summary>One Chinese character. Related words often share one (电池, 电解, 电极) where they share no bigram.</summary>
    Character,

    /// <summary>Two neighbouring Chinese characters.</summary>
    Bigram,

    /// <summary>A Chinese word of the dictionary, or a character that stands in none. No term of the index: see <see cref="Lexicons.Words"/>.</summary>
    ChineseWord,

    /// <summary>A Latin (Greek, Cyrillic …) word, perhaps with digits in it.</summary>
    Word,

    /// <summary>A number with the unit attached to it.</summary>
    Number,
}

/// <summary>A place in a <see cref="NormalizedText"/> that the index knows by a term.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    /// <summary>Longer words are noise (base64, separators); a term stays small in the table.</summary>
    private const int LongestTerm = 48;

    public int End => Start + Length;

    /// <summary>What the index files this place under.</summary>
    public ReadOnlySpan<char> TermIn(string key)
    {
        var text = key.AsSpan(Start, Math.Min(Length, LongestTerm));
        return Kind == TokenKind.Word ? PorterStem.Of(text) : text;
    }
}
