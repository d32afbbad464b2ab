using System.Globalization;
using TechBroker.Matching;

namespace TechBroker.Benchmarks.Ranking;

/// <summary>Pairs of English phrases that people rated from 0 to 1: does a higher score go with a higher rating?</summary>
internal sealed class RatedPhrases
{
    private readonly List<(string Anchor, string Target, double Rating)> pairs = [];

    public RatedPhrases(string file)
    {
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var cells = line.Split(',');
            pairs.Add((cells[0], cells[1], double.Parse(cells[3], CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Rank correlation by Spearman; equal values share their mean rank.</summary>
    public double Measure(MatchingParameters parameters)
    {
        var index = new MarketIndex(parameters);
        var needs = Numbered(pairs.Select(pair => pair.Anchor));
        var listings = Numbered(pairs.Select(pair => pair.Target));
        index.Put([.. Items(Side.Need, needs), .. Items(Side.Listing, listings)]);
        return Correlation(
            RanksOf([.. pairs.Select(pair => index.RawScore(listings[pair.Target], needs[pair.Anchor])!.Value)]),
            RanksOf([.. pairs.Select(pair => pair.Rating)]));
    }

    private static Dictionary<string, Guid> Numbered(IEnumerable<string> texts) =>
        texts.Distinct().Select((text, i) => (text, i)).ToDictionary(each => each.text, each => new Guid(each.i + 1, 0, 0, new byte[8]));

    private static IEnumerable<MarketItem> Items(Side side, Dictionary<string, Guid> texts) =>
        texts.Select(text => new MarketItem { Side = side, Id = text.Value, Revision = 1, Title = text.Key });

    private static double[] RanksOf(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + end - 1) / 2.0;
            }
        }

        return ranks;
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var together = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return together / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
