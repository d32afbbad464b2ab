namespace TechBroker.Matching.Tokens;

/// <summary>
/// The suffix stripping of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, for lower-case ASCII words:
/// batteries, battery → batteri; analytical, analytic → analyt. Works in the caller's buffer.
/// </summary>
internal static class PorterStem
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    // Longest first where one ends in another (ement, ment, ent).
    private static readonly (string Suffix, string Replacement)[] Step4 =
    [
        ("ement", ""), ("ance", ""), ("ence", ""), ("able", ""), ("ible", ""), ("ment", ""), ("sion", "s"), ("tion", "t"), ("ant", ""), ("ent", ""),
        ("ism", ""), ("ate", ""), ("iti", ""), ("ous", ""), ("ive", ""), ("ize", ""), ("al", ""), ("er", ""), ("ic", ""), ("ou", ""),
    ];

    /// <summary>The stem of a word, without an allocation where it is a beginning of the word.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        // A step may put an e where there was a suffix, never beyond the word's end.
        Span<char> letters = stackalloc char[word.Length];
        word.CopyTo(letters);
        var stem = letters[..Stem(letters)];
        return word.StartsWith(stem) ? word[..stem.Length] : stem.ToString();
    }

    /// <param name="word">Overwritten; what is not lower-case ASCII letters, or has three letters at most (gas, bus, led), is left alone.</param>
    /// <returns>How many characters of it are the stem.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 3 || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word.Length;
        }

        var length = Plural(word, word.Length);
        length = PastOrProgressive(word, length);
        if (word[length - 1] == 'y' && HasVowel(word[..(length - 1)]))
        {
            word[length - 1] = 'i';
        }

        length = Replace(word, length, Step2, 0);
        length = Replace(word, length, Step3, 0);
        length = Replace(word, length, Step4, 1);
        return FinalE(word, length);
    }

    private static int Plural(Span<char> word, int length)
    {
        if (word[length - 1] != 's')
        {
            return length;
        }

        var text = word[..length];
        return text.EndsWith("sses") || text.EndsWith("ies") ? length - 2 : text.EndsWith("ss") ? length : length - 1;
    }

    private static int PastOrProgressive(Span<char> word, int length)
    {
        ReadOnlySpan<char> text = word[..length];
        if (text.EndsWith("eed"))
        {
            return Measure(text[..^3]) > 0 ? length - 1 : length;
        }

        var cut = text.EndsWith("ed") ? 2 : text.EndsWith("ing") ? 3 : 0;
        if (cut == 0 || !HasVowel(text[..^cut]))
        {
            return length;
        }

        length -= cut;
        text = word[..length];
        if (text.EndsWith("at") || text.EndsWith("bl") || text.EndsWith("iz") || (Measure(text) == 1 && EndsInShortSyllable(text)))
        {
            word[length] = 'e';
            return length + 1;
        }

        return EndsInDouble(text) && text[^1] is not ('l' or 's' or 'z') ? length - 1 : length;
    }

    private static int Replace(Span<char> word, int length, (string Suffix, string Replacement)[] rules, int above)
    {
        foreach (var (suffix, replacement) in rules)
        {
            ReadOnlySpan<char> text = word[..length];
            if (text.EndsWith(suffix))
            {
                // Only the first suffix that fits is tried; whether its condition holds or not, the step is over.
                var kept = length - suffix.Length;
                if (Measure(text[..(kept + (above > 0 ? replacement.Length : 0))]) <= above)
                {
                    return length;
                }

                replacement.CopyTo(word[kept..]);
                return kept + replacement.Length;
            }
        }

        return length;
    }

    private static int FinalE(Span<char> word, int length)
    {
        ReadOnlySpan<char> text = word[..length];
        if (text[^1] == 'e')
        {
            var measure = Measure(text[..^1]);
            if (measure > 1 || (measure == 1 && !EndsInShortSyllable(text[..^1])))
            {
                return length - 1;
            }
        }

        return text[^1] == 'l' && EndsInDouble(text) && Measure(text) > 1 ? length - 1 : length;
    }

    /// <summary>How often a vowel is followed by a consonant.</summary>
    private static int Measure(ReadOnlySpan<char> text)
    {
        var measure = 0;
        for (var i = 1; i < text.Length; i++)
        {
            measure += IsConsonant(text, i) && !IsConsonant(text, i - 1) ? 1 : 0;
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsConsonant(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConsonant(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => at == 0 || !IsConsonant(text, at - 1),
        _ => true,
    };

    private static bool EndsInDouble(ReadOnlySpan<char> text) =>
        text.Length >= 2 && text[^1] == text[^2] && IsConsonant(text, text.Length - 1);

    private static bool EndsInShortSyllable(ReadOnlySpan<char> text) =>
        text.Length >= 3 && IsConsonant(text, text.Length - 1) && !IsConsonant(text, text.Length - 2) && IsConsonant(text, text.Length - 3)
        && text[^1] is not ('w' or 'x' or 'y');
}
