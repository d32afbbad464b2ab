namespace TechBroker.Matching;

/// <summary>What a parameter file must keep to, so that every score stays within 0..1 and every ranking defined.</summary>
internal static class ParameterRules
{
    /// <summary>No scorer's opinion is further than .9 from its neutral score, so that with these weights no sum of opinions reaches 1.</summary>
    private const double MostFit = 1.1;

    /// <returns>The first broken rule as a sentence, or null.</returns>
    public static string? Broken(MatchingParameters parameters)
    {
        var text = parameters.Text;
        var weights = parameters.Weights;
        double[] notNegative =
        [
            text.Listing.Title, text.Listing.Keywords, text.Listing.Summary, text.Listing.Description, text.Listing.LengthNormalization,
            text.Need.Title, text.Need.Keywords, text.Need.Summary, text.Need.Description, text.Need.LengthNormalization,
            text.SingleCharacter, text.LatinHead, text.Translation, weights.Field, weights.Readiness, weights.Cooperation, weights.Price, weights.Region,
            weights.IntellectualProperty, weights.Timing, weights.Quantities,
        ];
        double[] positive =
        [
            text.Listing.Saturation, text.Need.Saturation, text.RarityPower, text.TranslationRarityPower, text.RarityPrior, text.RarityBase, text.Half, parameters.HopelessPriceRatio,
        ];
        if (!notNegative.All(value => value is >= 0 and <= 1000))
        {
            return "Weights, length normalization, singleCharacter, latinHead and translation lie between 0 and 1000.";
        }

        if (!positive.All(value => value is > 0 and <= 1e9))
        {
            return "saturation, rarityPower, translationRarityPower, rarityPrior, rarityBase, half and hopelessPriceRatio lie above 0.";
        }

        double[] fit = [weights.Readiness, weights.Cooperation, weights.Price, weights.Region, weights.IntellectualProperty, weights.Timing, weights.Quantities];
        if (weights.Field >= 1 || fit.Sum() > MostFit)
        {
            return "weights.field lies below 1, and the other weights add up to 1.1 at most.";
        }

        if (!IsRising(parameters.Levels))
        {
            return "levels are three rising numbers between 0 and 1.";
        }

        return parameters.Grading is { Generality: >= 0 and <= 1, Typical: > 0 and <= 1e9, Likeness: >= 0 and <= 1 }
            ? null
            : "grading.generality and grading.likeness lie between 0 and 1, grading.typical above 0.";
    }

    private static bool IsRising(IReadOnlyList<double> levels) =>
        levels.Count == 3 && levels[0] > 0 && levels[0] <= levels[1] && levels[1] <= levels[2] && levels[2] <= 1;
}
