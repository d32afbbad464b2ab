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

    /// <summary>Characters that neighbouring words may meet in one by one: 光场 of light field, 短链 of short chain.</summary>
    private const int LongestOfCharacters = 4;

    /// <summary>One character stands for many words; it has to be nearly the likeliest.</summary>
    private const int LeastOfCharacter = 200;

    /// <summary>Stands in fewer than one text of 1,800 (e^7.5) of a general corpus, in the dictionary's steps.</summary>
    private const int RareCharacter = (int)(7.5 / 0.6931471805599453 * Lexicon.Steps);

    /// <summary>English words that more than one definition of 128 uses (not, one, make) tell nothing.</summary>
    private const int OrdinaryBelow = (int)(7 * Lexicon.Steps);

    /// <returns>At most three, strongest first.</returns>
    public static IReadOnlyList<string> Of(in Pair pair)
    {
        var (listing, need) = (ReasonText.Of(pair.Listing.Item), ReasonText.Of(pair.Need.Item));
        var found = new List<TermPair>();
        Collect(listing, need, found);
        Collect(need, listing, found);
        var shown = found.Exists(termPair => termPair.IsFirm) ? found.Where(termPair => termPair.IsFirm) : found.Where(termPair => IsRare(termPair.Chinese));
        return [.. shown.OrderByDescending(termPair => termPair.Strength).DistinctBy(termPair => termPair.Chinese).Select(termPair => termPair.Text).Take(Most)];
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
            var (strength, firm) = Fit(lexicon, stem, text);
            if (strength >= Least && !TradeWords.Includes(text) && (best is not { } known || (firm, strength).CompareTo((known.IsFirm, known.Fit)) > 0))
            {
                best = new TermPair(word.Start, word.End, candidate.Start, candidate.End, strength, (long)strength * strength * lexicon.StemRarity(stem), "", "", firm);
            }
        }

        return best;
    }

    /// <summary>
    /// How well a Chinese word fits: the best of the stem's translations in it, less the more the word has beside it; and whether one of more than
    /// one character does.
    /// </summary>
    private static (int Strength, bool Firm) Fit(Lexicon lexicon, int stem, ReadOnlySpan<char> word)
    {
        var (best, firm) = (0, false);
        var (first, end) = lexicon.TranslationsOf(stem);
        for (var number = first; number < end; number++)
        {
            var (one, two, weight) = lexicon.Translation(number);
            ReadOnlySpan<char> part = two == '\0' ? [one] : [one, two];
            if ((two != '\0' || weight >= LeastOfCharacter) && word.Contains(part, StringComparison.Ordinal))
            {
                var strength = two == '\0' && word.Length > 1 ? Least : weight * 3 / (1 + Math.Clamp(word.Length, 2, 4));
                best = Math.Max(best, strength);
                firm |= two != '\0' && strength >= Least;
            }
        }

        return (best, firm);
    }

    /// <summary>膜 and 焊 tell what they are; 台, 机 and 行 do not, and one character of a longer word (集 of 征集) never does.</summary>
    private static bool IsRare(string chinese) =>
        chinese.Length == 1 && Lexicon.Shared.Words.Find(chinese) is var word and >= 0 && Lexicon.Shared.Rarity(word) >= RareCharacter;

    private readonly record struct TermPair(int Start, int End, int ChineseStart, int ChineseEnd, int Fit, long Strength, string Chinese, string Text, bool IsFirm)
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
                    IsFirm = IsFirm || next.IsFirm || Math.Max(ChineseEnd, next.ChineseEnd) - Math.Min(ChineseStart, next.ChineseStart) <= LongestOfCharacters,
                }).Shown(english, chinese)
                : null;
        }

        public TermPair Shown(NormalizedText english, NormalizedText chinese) =>
            Shown(english.Display[Start..End], chinese.Display[ChineseStart..ChineseEnd]);

        private TermPair Shown(string english, string chinese) => this with { Chinese = chinese, Text = $"{english} ↔ {chinese}" };
    }
}
