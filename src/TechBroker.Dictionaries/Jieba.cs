using System.Globalization;

namespace TechBroker.Dictionaries;

/// <summary>The word lists of jieba: <c>word frequency part-of-speech</c> and <c>word idf</c>, one word a line.</summary>
internal static class Jieba
{
    /// <summary>Word to the number of its occurrences in jieba's corpus, at least 1.</summary>
    public static Dictionary<string, long> Frequencies(IEnumerable<string> lines) => Pairs(lines).ToDictionary(
        pair => pair.Word, pair => Math.Max(1, long.Parse(pair.Number, CultureInfo.InvariantCulture)), StringComparer.Ordinal);

    /// <summary>Word to its inverse document frequency in jieba's corpus, about 3 to 14.</summary>
    public static Dictionary<string, double> Rarities(IEnumerable<string> lines) => Pairs(lines).ToDictionary(
        pair => pair.Word, pair => double.Parse(pair.Number, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static IEnumerable<(string Word, string Number)> Pairs(IEnumerable<string> lines) =>
        lines.Select(line => line.Split(' ')).Where(parts => parts.Length >= 2).DistinctBy(parts => parts[0]).Select(parts => (parts[0], parts[1]));
}
