using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// Nearness, because a result is handed over by people who meet: same city, same province, one of the cooperation areas below, the
/// same country. Codes of GB/T 2260: two digits province, two city, two county.
/// </summary>
internal sealed class RegionScorer : IScorer
{
    private const string China = "CN";

    // Beijing-Tianjin-Hebei; Yangtze delta; Chengdu-Chongqing; Guangdong with Hong Kong and Macao.
    private static readonly string[][] Areas = [["11", "12", "13"], ["31", "32", "33", "34"], ["50", "51"], ["44", "81", "82"]];
    private static readonly string[] Municipalities = ["11", "12", "31", "50"];

    public string Name => "region";

    public double Weight(ScorerWeights weights) => weights.Region;

    public bool Speaks(Facts facts, Side side) => facts.Region is not null;

    public Opinion? Judge(in Pair pair)
    {
        var listing = pair.Listing.Facts.Region!;
        var need = pair.Need.Facts.Region!;
        var (score, verdict) = Compare(listing, need);
        return new Opinion(score, verdict, listing, need);
    }

    private static (double Score, string Verdict) Compare(string left, string right)
    {
        if (left.Length == 2 || right.Length == 2)
        {
            return Country(left) == Country(right) ? (0.5, Verdicts.SameCountry) : (0.1, Verdicts.OtherCountry);
        }

        var province = left[..2];
        if (province == right[..2])
        {
            // In a municipality every district is the same city; a province's own code names no city.
            var sameCity = Array.IndexOf(Municipalities, province) >= 0 || (left[..4] == right[..4] && left[2..4] != "00");
            return sameCity ? (1, Verdicts.SameCity) : (0.8, Verdicts.SameProvince);
        }

        return Array.Exists(Areas, area => Array.IndexOf(area, province) >= 0 && Array.IndexOf(area, right[..2]) >= 0)
            ? (0.7, Verdicts.NeighbouringProvince)
            : (0.3, Verdicts.SameCountry);
    }

    private static string Country(string region) => region.Length == 6 ? China : region;
}
