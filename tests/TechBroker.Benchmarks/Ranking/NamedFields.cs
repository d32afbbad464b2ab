using System.Text.Json;
using TechBroker.Matching;

namespace TechBroker.Benchmarks.Ranking;

/// <summary>Fields of science with a Chinese and an English name: does the English name, as a need, find the Chinese one among all?</summary>
internal sealed class NamedFields
{
    /// <summary>A name that is not among so many first ones counts as not found.</summary>
    private const int Depth = 100;

    private readonly List<(string Chinese, string English)> nodes = [];

    public NamedFields(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var node = JsonDocument.Parse(line);
            nodes.Add((node.RootElement.GetProperty("name").GetString()!, node.RootElement.GetProperty("name_en").GetString()!));
        }
    }

    /// <summary>Share of names that come first, and the mean of one by the rank. A name that two nodes share is one answer.</summary>
    public (double AccuracyAt1, double Mrr) Measure(MatchingParameters parameters)
    {
        var index = new MarketIndex(parameters);
        index.Put([.. nodes.Select((node, i) => new MarketItem { Side = Side.Listing, Id = Id(i), Revision = 1, Title = node.Chinese })]);
        var (first, reciprocal) = (0, 0.0);
        foreach (var (chinese, english) in nodes)
        {
            var ranked = index.Rank(new MarketItem { Side = Side.Need, Id = Guid.Empty, Revision = 1, Title = english }, Depth);
            var place = ranked.Select(match => nodes[Number(match.ListingId)].Chinese).ToList().IndexOf(chinese);
            first += place == 0 ? 1 : 0;
            reciprocal += place >= 0 ? 1.0 / (place + 1) : 0;
        }

        return (first / (double)nodes.Count, reciprocal / nodes.Count);
    }

    private static Guid Id(int number) => new(number + 1, 0, 0, new byte[8]);

    private static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray(), 0) - 1;
}
