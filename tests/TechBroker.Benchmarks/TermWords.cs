using TechBroker.Matching;
using TechBroker.Matching.Tokens;

namespace TechBroker.Benchmarks;

/// <summary>This engine's own terms, each as one ASCII word, so that every engine gets the same tokens.</summary>
internal sealed class TermWords
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly TermAnalyzer analyzer = new(MatchingParameters.Default.Text);

    public string[] Of(MarketItem item) => [.. analyzer.Analyze(item).Terms.Select(term =>
    {
        if (!words.TryGetValue(term, out var number))
        {
            words.Add(term, number = words.Count);
        }

        return $"t{number}";
    })];
}
