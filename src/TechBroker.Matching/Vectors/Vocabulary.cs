using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Vectors;

/// <summary>The terms of a corpus that are worth a vector.</summary>
/// <param name="Terms">In ordinal order.</param>
/// <param name="Rarity">Binary logarithm of one by the share of listings that hold each.</param>
/// <param name="Documents">The terms of each listing.</param>
public sealed record Vocabulary(string[] Terms, double[] Rarity, IReadOnlyList<string[]> Documents)
{
    private const int FewestHolders = 2;
    private const int MostTerms = 100_000;

    /// <summary>With fewer terms or listings than this nothing can be learnt.</summary>
    private const int Fewest = 160;

    /// <returns>Null where there are too few listings.</returns>
    /// <param name="listings">Published ones; needs among them are passed over.</param>
    /// <param name="text">How texts become terms.</param>
    public static Vocabulary? Of(IEnumerable<MarketItem> listings, TextParameters text)
    {
        var analyzer = new TermAnalyzer(text);
        var documents = listings.Where(item => item.Side == Side.Listing).Select(item => analyzer.Analyze(Likenesses.Told(item)).Terms).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in documents.SelectMany(terms => terms))
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        var kept = counts.Where(count => count.Value >= FewestHolders).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Take(MostTerms).Select(count => count.Key).Order(StringComparer.Ordinal).ToArray();
        return Math.Min(kept.Length, documents.Count) < Fewest
            ? null
            : new Vocabulary(kept, Array.ConvertAll(kept, term => DeterministicMath.Log2((double)documents.Count / counts[term])), documents);
    }

    /// <summary>1..1024.</summary>
    internal int[] Weights()
    {
        var most = Math.Max(Rarity.Max(), 1e-9);
        return Array.ConvertAll(Rarity, value => Math.Clamp((int)((value / most * 1024) + 0.5), 1, 1024));
    }
}
