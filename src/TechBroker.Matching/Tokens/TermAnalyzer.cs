using System.Runtime.InteropServices;

namespace TechBroker.Matching.Tokens;

/// <summary>
/// Turns an item's weighted fields into impacts that depend on the item alone. No corpus statistic takes part, so an impact
/// never has to be revised when other items come and go.
/// </summary>
internal sealed class TermAnalyzer(TextParameters parameters)
{
    public TermBag Analyze(MarketItem item)
    {
        var weights = item.Side == Side.Listing ? parameters.Listing : parameters.Need;
        var frequencies = new Dictionary<string, double>(StringComparer.Ordinal);
        Count(item.Title, weights.Title, frequencies);
        foreach (var keyword in item.Keywords)
        {
            Count(keyword, weights.Keywords, frequencies);
        }

        Count(item.Summary, weights.Summary, frequencies);
        Count(item.Description, weights.Description, frequencies);
        return Weigh(frequencies, weights);
    }

    /// <summary>
    /// The terms of a search. Single characters count only if there is nothing else: who looks for 锂电池 does not want everything
    /// with 电 in it, who looks for 泵 does.
    /// </summary>
    public TermBag Analyze(string query)
    {
        var frequencies = new Dictionary<string, double>(StringComparer.Ordinal);
        var key = new NormalizedText(query).Key;
        var tokens = Tokenizer.Cut(key);
        var hasWords = tokens.Exists(token => token.Kind != TokenKind.Character);
        foreach (var token in tokens.Where(token => !hasWords || token.Kind != TokenKind.Character))
        {
            frequencies[token.TermIn(key).ToString()] = parameters.Need.Title;
        }

        return Weigh(frequencies, parameters.Need);
    }

    private void Count(string text, double weight, Dictionary<string, double> frequencies)
    {
        if (text.Length == 0 || weight <= 0)
        {
            return;
        }

        var key = new NormalizedText(text).Key;
        var bySpan = frequencies.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in Tokenizer.Cut(key))
        {
            var counts = weight * WeightOf(token, key);
            if (counts > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(bySpan, token.TermIn(key), out _) += counts;
            }
        }
    }

    /// <summary>The last word of a Latin phrase is what the thing is, those before it say which: an acid battery is no acid.</summary>
    private double WeightOf(Token token, string key) => token.Kind switch
    {
        TokenKind.Character => parameters.SingleCharacter,
        TokenKind.Word when token.End == key.Length || key[token.End] != ' ' => parameters.LatinHead,
        _ => 1,
    };

    private TermBag Weigh(Dictionary<string, double> frequencies, SideTextParameters weights)
    {
        var terms = new string[frequencies.Count];
        var impacts = new byte[frequencies.Count];
        var squares = 0L;
        var i = 0;
        foreach (var (term, frequency) in frequencies)
        {
            // The saturation of BM25 (Robertson and Zaragoza 2009, formula 3.9): each repetition says less than the one before.
            var saturated = frequency / (frequency + weights.Saturation);
            terms[i] = term;
            impacts[i] = (byte)Math.Clamp((int)((saturated * 255) + 0.5), 1, 255);
            squares += impacts[i] * impacts[i];
            i++;
        }

        var (crossTerms, crossImpacts) = Translations.Of(terms, impacts, frequencies, parameters.Translation);
        return new TermBag(terms, impacts, DeterministicMath.Power(Math.Max(squares, 1) / 65025.0, -weights.LengthNormalization / 2))
        {
            CrossTerms = crossTerms,
            CrossImpacts = crossImpacts,
        };
    }
}
