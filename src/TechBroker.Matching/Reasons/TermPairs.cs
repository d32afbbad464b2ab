using System.Buffers;
using TechBroker.Matching.Indexing;
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

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <returns>At most three, strongest first, no Chinese word twice. One character counts where it is a rare word, others only beside what a neighbour means: 光场 of light field, but not 本 of costs.</returns>
    public static IReadOnlyList<string> Of(in Pair pair)
    {
        var (listing, need) = (pair.Listing.Quotable, pair.Need.Quotable);
        var found = new List<TermPair>();
        Collect(listing, need, pair.Statistics, found);
        Collect(need, listing, pair.Statistics, found);
        return
        [
            .. found.Where(termPair => termPair.IsFirm).OrderByDescending(termPair => termPair.Strength).DistinctBy(termPair => termPair.Chinese)
                .Take(Most).Select(termPair => $"{termPair.English} ↔ {termPair.Chinese}"),
        ];
    }

    private static void Collect(ReasonText english, ReasonText chinese, ListingStatistics statistics, List<TermPair> found)
    {
        var candidates = chinese.Words.Where(word => word.Kind == TokenKind.ChineseWord).ToList();
        if (candidates.Count == 0)
        {
            return;
        }

        TermPair? open = null;
        foreach (var word in english.Words)
        {
            if (!Tells(english, word) || Best(english, word, chinese, candidates, statistics) is not { } next)
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

    /// <summary>Not a common word, nor an abbreviation: what the dictionary has under tops is not what TOPS is.</summary>
    private static bool Tells(ReasonText english, Token word) =>
        word is { Kind: TokenKind.Word, Length: > 2 } && !TradeWords.Includes(word.TermIn(english.Key))
        && english.Display.AsSpan(word.Start, word.Length).CountAny(Capitals) < 2;

    private static TermPair? Best(ReasonText english, Token word, ReasonText chinese, List<Token> candidates, ListingStatistics statistics)
    {
        var lexicon = Lexicon.Shared;
        var stem = lexicon.FindStem(word.TermIn(english.Key));
        if (stem < 0 || lexicon.StemRarity(stem) < OrdinaryBelow)
        {
            return null;
        }

        TermPair? best = null;
        var (first, end) = lexicon.TranslationsOf(stem);
        for (var number = first; number < end; number++)
        {
            var (one, two, weight) = lexicon.Translation(number);
            ReadOnlySpan<char> translation = two == '\0' ? [one] : [one, two];
            if (Meeting(translation, weight, chinese.Key, candidates) is { } meeting
                && (best is not { } known || (meeting.IsFirm, meeting.Fit).CompareTo((known.IsFirm, known.Fit)) > 0))
            {
                var strength = (long)meeting.Fit * lexicon.StemRarity(stem) * statistics.CrossRarity(TermHash.Of(translation));
                best = new TermPair(word.Start, word.End, meeting.Place.Start, meeting.Place.End, meeting.Fit, meeting.IsFirm, strength, "", "");
            }
        }

        return best;
    }

    /// <summary>The word that a translation stands in, how well it fits, which is less the more the word has beside it, and whether it may be shown by itself.</summary>
    private static (Token Place, int Fit, bool IsFirm)? Meeting(ReadOnlySpan<char> translation, byte weight, string chinese, List<Token> words)
    {
        var single = translation.Length == 1;
        var rare = single && Words.IsRareCharacter(translation);
        if (weight < (single ? LeastOfCharacter : Least) || PlaceOf(translation, chinese, words) is not { } place
            || TradeWords.Includes(chinese.AsSpan(place.Start, place.Length)))
        {
            return null;
        }

        // A common character in a longer word is another word's: 中 of 中试 is no median.
        var fit = single && !rare && place.Length > 1 ? 0 : weight * 3 / (1 + Math.Clamp(place.Length, 2, 4));
        return fit < Least ? null : (place, fit, !single || (rare && place.Length == 1));
    }

    /// <summary>The shortest word that a translation stands in.</summary>
    private static Token? PlaceOf(ReadOnlySpan<char> translation, string chinese, List<Token> words)
    {
        Token? shortest = null;
        foreach (var word in words)
        {
            if ((shortest is null || word.Length < shortest.Value.Length) && chinese.AsSpan(word.Start, word.Length).Contains(translation, StringComparison.Ordinal))
            {
                shortest = word;
            }
        }

        return shortest;
    }

    /// <param name="Start">Of the English words; as <paramref name="End"/>.</param>
    /// <param name="End">Behind them.</param>
    /// <param name="ChineseStart">Of the Chinese words.</param>
    /// <param name="ChineseEnd">Behind them.</param>
    /// <param name="Fit">How well they fit, of 255.</param>
    /// <param name="IsFirm">A word, a rare character, or characters that neighbours met in together.</param>
    /// <param name="Strength">What pairs are ordered by.</param>
    /// <param name="English">As it is shown.</param>
    /// <param name="Chinese">As it is shown.</param>
    private readonly record struct TermPair(int Start, int End, int ChineseStart, int ChineseEnd, int Fit, bool IsFirm, long Strength, string English, string Chinese)
    {
        public TermPair? Joined(TermPair next, ReasonText english, ReasonText chinese)
        {
            if (next.Start - End > 1 || next.ChineseStart > ChineseEnd || next.ChineseEnd < ChineseStart)
            {
                return null;
            }

            var (start, end) = (Math.Min(ChineseStart, next.ChineseStart), Math.Max(ChineseEnd, next.ChineseEnd));
            var joined = this with
            {
                End = next.End,
                ChineseStart = start,
                ChineseEnd = end,
                IsFirm = IsFirm || next.IsFirm || end - start > 1,
                Strength = Strength + next.Strength,
            };
            return joined.Shown(english, chinese);
        }

        public TermPair Shown(ReasonText english, ReasonText chinese) =>
            this with { English = english.Display[Start..End], Chinese = chinese.Display[ChineseStart..ChineseEnd] };
    }
}
