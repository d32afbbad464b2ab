namespace TechBroker.Matching.Indexing;

/// <summary>
/// What a term is worth: its inverse document frequency among the listings, as a fraction of the largest one possible, so that
/// scores mean the same in a market of a hundred listings and of a million. Needs take no part: a confidential need must
/// not be felt in anyone's score.
/// </summary>
internal sealed class Rarity(TextParameters parameters, double power, int listings)
{
    /// <summary>Weights are whole numbers up to this one: sums of whole numbers do not depend on their order.</summary>
    public const int Largest = 1024;

    private readonly double all = listings + parameters.RarityPrior + 1;
    private readonly double logOfAll = DeterministicMath.Log2((Math.Max(listings, parameters.RarityBase) + parameters.RarityPrior + 1) / 0.5);

    /// <summary>1..1024 for a term that so many listings hold.</summary>
    public int Of(int listingsWithTerm)
    {
        var share = DeterministicMath.Log2(all / (listingsWithTerm + 0.5)) / logOfAll;
        return Math.Clamp((int)((Largest * DeterministicMath.Power(share, power)) + 0.5), 1, Largest);
    }
}
