using TechBroker.Matching.Indexing;
using TechBroker.Matching.Scoring;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Reasons;

/// <summary>
/// What two texts have in common, as a person would read it: neighbouring bigrams grow together into the longest string that
/// stands in both (锂离, 离子, 子电, 电池 into 锂离子电池), and what every text of the trade says is left out.
/// </summary>
internal sealed class CommonTerms(Pair pair)
{
    private const int Most = 6;
    private const int MostTradeWords = 3;

    // Enough for any reason a person reads; bounds the search for common strings in texts of any length.
    private const int LongestText = 4000;

    private readonly NormalizedText listing = TextOf(pair.Listing.Item);
    private readonly string needKey = TextOf(pair.Need.Item).Key;
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

    // Two places that only move forward: whatever stands between them stands in the need as well, so the next beginning needs no
    // second look at what the one before it has reached.
    private void Collect()
    {
        var tokens = Tokenizer.Cut(listing.Key).Where(token => token.Kind != TokenKind.Character).ToList();
        var strengths = tokens.ConvertAll(Strength);
        var reached = -1;
        for (var first = 0; first < tokens.Count; first++)
        {
            // A string may begin inside another one (生活垃圾, 垃圾分选), but not end there.
            var last = Math.Max(first, reached);
            while (last + 1 < tokens.Count && strengths[first] > 0 && strengths[last + 1] > 0 && Grows(tokens[first], tokens[last], tokens[last + 1]))
            {
                last++;
            }

            if (strengths[first] > 0 && last > reached)
            {
                reached = last;
                candidates.Add(new Candidate(tokens[first].Kind, tokens[first].Start, tokens[last].End, strengths.Take(first..(last + 1)).Sum()));
            }
        }
    }

    private bool Grows(Token first, Token last, Token next) =>
        next.Kind == TokenKind.Bigram && next.Start < last.End
        && needKey.AsSpan().IndexOf(listing.Key.AsSpan(first.Start, next.End - first.Start), StringComparison.Ordinal) >= 0;

    /// <summary>The token's part in the pair's overlap; 0 if the need does not have it.</summary>
    private long Strength(Token token) =>
        shared.GetValueOrDefault(TermHash.Of(token.TermIn(listing.Key)));

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
        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Strength).ThenBy(candidate => candidate.Start))
        {
            var text = tradeWords ? listing.Display[candidate.Start..candidate.End] : Telling(candidate);
            if (text.Length > 0 && chosen.Count < most && !chosen.Exists(known => known.Contains(text, StringComparison.OrdinalIgnoreCase)))
            {
                chosen.Add(text);
            }
        }

        return chosen;
    }

    private string Telling(Candidate candidate)
    {
        if (candidate.Kind != TokenKind.Bigram)
        {
            var word = listing.Display[candidate.Start..candidate.End];
            return TradeWords.IsTradeWord(new Token(candidate.Kind, candidate.Start, word.Length).TermIn(listing.Key)) ? "" : word;
        }

        var (start, end) = TradeWords.Trim(listing.Key, candidate.Start, candidate.End);
        var characters = end > start ? Tokenizer.HanWidth(listing.Key, start) : 0;
        return end - start > characters ? listing.Display[start..end] : "";
    }

    private static NormalizedText TextOf(MarketItem item)
    {
        var text = string.Join('\n', [item.Title, .. item.Keywords, item.Summary, item.Description]);
        return new NormalizedText(text.Length > LongestText ? text[..LongestText] : text);
    }

    private readonly record struct Candidate(TokenKind Kind, int Start, int End, long Strength);
}
