using TechBroker.Matching.Lexicons;
using TechBroker.Matching.Scoring;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Reasons;

/// <summary>
/// Which English words of one side the other says in Chinese, as a person would read it: <c>lithium-ion battery ↔ 锂离子电池</c>. Neighbouring words
/// that meet in one Chinese word, or in neighbouring ones, are one pair.
/// </summary>
internal static class TermPairs
{
    private const int Most = 3;

    /// <summary>Of 255: a guess below is not worth showing.</summary>
    private const int Least = 120;

    /// <summary>One character stands for many words; it has to be nearly the likeliest.</summary>
    private const int LeastOfCharacter = 200;

    /// <summary>English words that more than one definition of 128 uses (not, one, make) tell nothing.</summary>
    private const int OrdinaryBelow = (int)(7 * Lexicon.Steps);

    /// <returns>At most three, strongest first.</returns>
    public static IReadOnlyList<string> Of(in Pair pair)
    {
        var (listing, need) = (ReasonText.Of(pair.Listing.Item), ReasonText.Of(pair.Need.Item));
        var found = new List<TermPair>();
        Collect(listing, need, found);
        Collect(need, listing, found);
        return [.. found.OrderByDescending(termPair => termPair.Strength).Select(termPair => termPair.Text).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }

    private static void Collect(NormalizedText english, NormalizedText chinese, List<TermPair> found)
    {
        var words = Words.In(english.Key).Where(word => word.Kind == TokenKind.Word).ToList();
        var candidates = Words.In(chinese.Key).Where(word => word.Kind == TokenKind.ChineseWord).ToList();
        TermPair? open = null;
        foreach (var word in words)
        {
            if (Best(english.Key, word, chinese.Key, candidates) is not { } next)
            {
                continue;
            }

            if (open?.Joined(next, english, chinese) is { } joined)
            {
                open = joined;
            }
            else
            {
                Close(open, found);
                open = next.Shown(english, chinese);
            }
        }

        Close(open, found);
    }

    private static void Close(TermPair? open, List<TermPair> found)
    {
        if (open is { } done)
        {
            found.Add(done);
        }
    }

    private static TermPair? Best(string english, Token word, string chinese, List<Token> candidates)
    {
        var lexicon = Lexicon.Shared;
        var stem = lexicon.FindStem(word.TermIn(english));
        if (word.Length < 3 || stem < 0 || lexicon.StemRarity(stem) < OrdinaryBelow || TradeWords.Includes(word.TermIn(english)))
        {
            return null;
        }

        TermPair? best = null;
        foreach (var candidate in candidates)
        {
            var text = chinese.AsSpan(candidate.Start, candidate.Length);
            var strength = Fit(lexicon, stem, text);
            if (strength >= Least && !TradeWords.Includes(text) && (best is null || strength > best.Value.Fit))
            {
                best = new TermPair(word.Start, word.End, candidate.Start, candidate.End, strength, (long)strength * strength * lexicon.StemRarity(stem), "");
            }
        }

        return best;
    }

    /// <summary>How well a Chinese word fits: the best of the stem's translations in it, less the more the word has beside it.</summary>
    private static int Fit(Lexicon lexicon, int stem, ReadOnlySpan<char> word)
    {
        var best = 0;
        var (first, end) = lexicon.TranslationsOf(stem);
        for (var number = first; number < end; number++)
        {
            var (one, two, weight) = lexicon.Translation(number);
            ReadOnlySpan<char> part = two == '\0' ? [one] : [one, two];
            if ((two != '\0' || weight >= LeastOfCharacter) && word.Contains(part, StringComparison.Ordinal))
            {
                best = Math.Max(best, two == '\0' && word.Length > 1 ? Least : weight * 3 / (1 + Math.Clamp(word.Length, 2, 4)));
            }
        }

        return best;
    }

    private readonly record struct TermPair(int Start, int End, int ChineseStart, int ChineseEnd, int Fit, long Strength, string Text)
    {
        public TermPair? Joined(TermPair next, NormalizedText english, NormalizedText chinese)
        {
            var near = next.Start - End <= 1;
            var meets = next.ChineseStart <= ChineseEnd && next.ChineseEnd >= ChineseStart;
            return near && meets
                ? (this with
                {
                    End = next.End,
                    ChineseStart = Math.Min(ChineseStart, next.ChineseStart),
                    ChineseEnd = Math.Max(ChineseEnd, next.ChineseEnd),
                    Strength = Strength + next.Strength,
                }).Shown(english, chinese)
                : null;
        }

        public TermPair Shown(NormalizedText english, NormalizedText chinese) =>
            this with { Text = $"{english.Display[Start..End]} ↔ {chinese.Display[ChineseStart..ChineseEnd]}" };
    }
}
