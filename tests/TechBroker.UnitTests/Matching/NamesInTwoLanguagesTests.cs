using System.Reflection;
using TechBroker.Matching;

namespace TechBroker.UnitTests.Matching;

/// <summary>2,916 fields of science with a Chinese and an English name (see NOTICE): does one find the other among all? The bench verb "ranking" prints the figures.</summary>
public sealed class NamesInTwoLanguagesTests
{
    /// <summary>The goal; plain dictionary glosses are known to reach .617.</summary>
    private const double LeastAccuracy = 0.75;

    private static readonly (string Chinese, string English)[] Fields = [.. Lines().Select(line => line.Split('\t')).Select(names => (names[0], names[1]))];

    [Test]
    public void Rank_EnglishNameOfAField_FindsTheChineseOneFirst() =>
        Assert.That(AccuracyAtOne(field => field.English, field => field.Chinese), Is.GreaterThanOrEqualTo(LeastAccuracy));

    [Test]
    public void Rank_ChineseNameOfAField_FindsTheEnglishOneFirst() =>
        Assert.That(AccuracyAtOne(field => field.Chinese, field => field.English), Is.GreaterThanOrEqualTo(LeastAccuracy));

    // A name that two fields share is one answer.
    private static double AccuracyAtOne(Func<(string Chinese, string English), string> asked, Func<(string Chinese, string English), string> found)
    {
        var index = new MarketIndex(MatchingParameters.Default);
        index.Put([.. Fields.Select((field, i) => Market.Listing(found(field), i + 1))]);
        var names = Fields.Select((field, i) => (Id: Market.Id(i + 1), Name: found(field))).ToDictionary(field => field.Id, field => field.Name);
        return Fields.Average(field => index.Rank(Market.Need(asked(field)), 1).Any(match => names[match.ListingId] == found(field)) ? 1.0 : 0);
    }

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("nsfc-names.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
