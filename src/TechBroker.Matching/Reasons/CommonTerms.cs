using TechBroker.Matching.Indexing;
using TechBroker.Matching.Lexicons;
using TechBroker.Matching.Scoring;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Reasons;

/// <summary>
/// What two texts have in common, as a person would read it: whole words, neighbouring ones grown together into the longest string that stands
/// in both (锂离子 and 电池 into 锂离子电池), and what every text says is left out.
/// </summary>
internal sealed class CommonTerms(Pair pair)
{
    private const int Most = 6;
    private const int MostTradeWords = 3;

    private readonly ReasonText listing = pair.Listing.Quotable;
    private readonly string needKey = pair.Need.Quotable.Key;
    private readonly int[] needCuts = pair.Need.Quotable.Cuts;
    private readonly Dictionary<ulong, long> shared = SharedTerms(pair);
    private readonly List<Candidate> candidates = [];

    /// <returns>At most six, strongest first; trade words only where there is nothing else.</returns>
    public static IReadOnlyList<string> Of(in Pair pair)
    {
        if (pair.Overlap <= 0)
        {
            return [];
        }

        var terms = new CommonTerms(pair);
        terms.Collect();
        return terms.Strongest(tradeWords: false, Most) is { Count: > 0 } telling ? telling : terms.Strongest(tradeWords: true, MostTradeWords);
    }

    private void Collect()
    {
        // A word that is only in part shared has its end or beginning cut off: nothing grows across the cut.
        var words = listing.Words.Select(SharedPart).Where(word => word.Length > 0).ToList();
        var strengths = words.ConvertAll(Strength);
        var reached = -1;
        for (var first = 0; first < words.Count; first++)
        {
            // A string may begin inside another one (石墨烯电池, 电池负极), but not end there.
            var last = Math.Max(first, reached);
            while (last + 1 < words.Count && Grows(words[first], words[last], words[last + 1]))
            {
                last++;
            }

            if (last > reached)
            {
                reached = last;
                var (from, to) = Whole(words, strengths, first, last);
                candidates.Add(new Candidate([.. words[from..(to + 1)]], strengths.Take(from..(to + 1)).Sum()));
            }
        }
    }

    /// <summary>
    /// The longest part of it that begins and ends with a word in the need as well (of 碱|回 in 碱回收, which the need says of 酸碱|回用, 碱); a
    /// single word always may stand.
    /// </summary>
    private (int From, int To) Whole(List<Token> words, List<long> strengths, int first, int last)
    {
        for (var count = last - first + 1; count > 1; count--)
        {
            for (var from = first; from + count - 1 <= last; from++)
            {
                if (StandsWholeInNeed(words[from].Start, words[from + count - 1].End))
                {
                    return (from, from + count - 1);
                }
            }
        }

        var strongest = Enumerable.Range(first, last - first + 1).MaxBy(word => strengths[word]);
        return (strongest, strongest);
    }

    private bool StandsWholeInNeed(int start, int end)
    {
        var text = listing.Key.AsSpan(start, end - start);
        for (var at = needKey.AsSpan().IndexOf(text, StringComparison.Ordinal); at >= 0;)
        {
            if (Array.BinarySearch(needCuts, at) >= 0 && Array.BinarySearch(needCuts, at + text.Length) >= 0)
            {
                return true;
            }

            at = needKey.AsSpan(at + 1).IndexOf(text, StringComparison.Ordinal) is var next and >= 0 ? at + 1 + next : -1;
        }

        return false;
    }

    private bool Grows(Token first, Token last, Token next) =>
        next.Kind == TokenKind.ChineseWord && next.Start == last.End && StandsInNeed(first.Start, next.End);

    private bool StandsInNeed(int start, int end) => needKey.AsSpan().IndexOf(listing.Key.AsSpan(start, end - start), StringComparison.Ordinal) >= 0;

    /// <summary>The word if both have it; of a longer Chinese word the longest word in it that both have (电池 of 锂电池); otherwise nothing.</summary>
    private Token SharedPart(Token word)
    {
        if (word.Kind != TokenKind.ChineseWord)
        {
            return Strength(word) > 0 ? word : word with { Length = 0 };
        }

        for (var length = word.Length; length > 0; length--)
        {
            for (var start = word.End - length; start >= word.Start; start--)
            {
                if (StandsInNeed(start, start + length) && (length == word.Length || (length > 1 && Words.IsWord(listing.Key.AsSpan(start, length)))))
                {
                    return new Token(TokenKind.ChineseWord, start, length);
                }
            }
        }

        return word with { Length = 0 };
    }

    /// <summary>The part of the pair's overlap that comes from the characters and bigrams of a word, or from the word itself.</summary>
    private long Strength(Token word)
    {
        if (word.Kind != TokenKind.ChineseWord)
        {
            return Strength(word.TermIn(listing.Key));
        }

        var sum = 0L;
        for (var start = word.Start; start < word.End; start++)
        {
            sum += Strength(listing.Key.AsSpan(start, 1));
            sum += start + 1 < word.End ? Strength(listing.Key.AsSpan(start, 2)) : 0;
        }

        return sum;
    }

    private long Strength(ReadOnlySpan<char> term) => shared.GetValueOrDefault(TermHash.Of(term));

    // Both lists of terms are in order, so what they share is found in one walk, not by looking up every word of the listing.
    private static Dictionary<ulong, long> SharedTerms(in Pair pair)
    {
        var (listing, need) = (pair.Listing, pair.Need);
        var shared = new Dictionary<ulong, long>();
        for (int l = 0, n = 0; l < listing.Terms.Length && n < need.Terms.Length;)
        {
            var order = listing.Terms[l].CompareTo(need.Terms[n]);
            if (order == 0)
            {
                shared.Add(listing.Terms[l], (long)need.Impacts[n] * listing.Impacts[l] * pair.Statistics.Rarity(listing.Terms[l]));
            }

            l += order <= 0 ? 1 : 0;
            n += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private List<string> Strongest(bool tradeWords, int most)
    {
        var chosen = new List<string>();
        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Strength).ThenBy(candidate => candidate.Words[0].Start))
        {
            var text = tradeWords ? Ordinary(candidate.Words) : Telling(candidate.Words);
            if (text.Length > 0 && chosen.Count < most && !chosen.Exists(known => known.Contains(text, StringComparison.OrdinalIgnoreCase)))
            {
                chosen.Add(text);
            }
        }

        return chosen;
    }

    /// <summary>Without the ordinary words at its ends; a single character that is left tells too little.</summary>
    private string Telling(ReadOnlySpan<Token> words)
    {
        while (!words.IsEmpty && TradeWords.Includes(words[0].TermIn(listing.Key)))
        {
            words = words[1..];
        }

        while (!words.IsEmpty && TradeWords.Includes(words[^1].TermIn(listing.Key)))
        {
            words = words[..^1];
        }

        return words.IsEmpty || words[^1].End - words[0].Start <= Tokenizer.HanWidth(listing.Key, words[0].Start) || IsPatchwork(words) ? "" : TextOf(words);
    }

    /// <summary>Two characters of which one is used everywhere, side by side by chance (在均). 电堆 and 钠电 are words of the trade.</summary>
    private bool IsPatchwork(ReadOnlySpan<Token> words) =>
        words.Length == 2 && words[0] is { Kind: TokenKind.ChineseWord, Length: 1 } && words[1] is { Kind: TokenKind.ChineseWord, Length: 1 }
        && (TradeWords.IsEverywhere(words[0].TermIn(listing.Key)) || TradeWords.IsEverywhere(words[1].TermIn(listing.Key)))
        && !Lexicons.Words.IsWord(listing.Key.AsSpan(words[0].Start, 2));

    /// <summary>Whole, but for numbers, units and single characters, which are not worth showing even where there is nothing else.</summary>
    private string Ordinary(Token[] words) =>
        words is [{ Length: 1 }] || Array.TrueForAll(words, word => TradeWords.IsMeasure(word.TermIn(listing.Key))) ? "" : TextOf(words);

    private string TextOf(ReadOnlySpan<Token> words) => listing.Display[words[0].Start..words[^1].End];

    private sealed record Candidate(Token[] Words, long Strength);
}
