using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// Nearness, because a result is handed over by people who meet: same city, same province, one cooperation area, the same country.
/// </summary>
internal sealed class RegionScorer : IScorer
{
    public string Name => "region";

    public double Weight(ScorerWeights weights) => weights.Region;

    /// <summary>One country, two regions: what most pairs are, and no reason for or against. Nearness helps, a border costs.</summary>
    public double Neutral => 0.3;

    public bool Speaks(Facts facts, Side side) => facts.Place is not null;

    public Opinion? Judge(in Pair pair)
    {
        var listing = pair.Listing.Facts.Place!;
        var need = pair.Need.Facts.Place!;
        var (score, verdict) = Compare(listing, need);
        return new Opinion(score, verdict, listing.Code, need.Code);
    }

    private static (double Score, string Verdict) Compare(Place left, Place right)
    {
        if (left.Province == 0 || right.Province == 0)
        {
            return left.Country == right.Country ? (0.5, Verdicts.SameCountry) : (0.1, Verdicts.OtherCountry);
        }

        if (left.Province == right.Province)
        {
            return left.City == right.City && left.City != 0 ? (1, Verdicts.SameCity) : (0.8, Verdicts.SameProvince);
        }

        return left.Area == right.Area && left.Area != 0 ? (0.7, Verdicts.NeighbouringProvince) : (0.3, Verdicts.SameCountry);
    }
}
