namespace TechBroker.Matching;

/// <summary>What a parameter file must keep to, so that every score stays within 0..1 and every ranking defined.</summary>
internal static class ParameterRules
{
    /// <returns>The first broken rule as a sentence, or null.</returns>
    public static string? Broken(MatchingParameters parameters)
    {
        var text = parameters.Text;
        var weights = parameters.Weights;
        double[] notNegative =
        [
            text.Listing.Title, text.Listing.Keywords, text.Listing.Summary, text.Listing.Description, text.Listing.LengthNormalization,
            text.Need.Title, text.Need.Keywords, text.Need.Summary, text.Need.Description, text.Need.LengthNormalization,
            text.SingleCharacter, weights.Text, weights.Field, weights.Readiness, weights.Cooperation, weights.Price, weights.Region,
            weights.IntellectualProperty, weights.Timing,
        ];
        double[] positive =
        [
            text.Listing.Saturation, text.Need.Saturation, text.RarityPower, text.RarityPrior, text.Half, parameters.HopelessPriceRatio,
        ];
        if (!notNegative.All(value => value is >= 0 and <= 1000))
        {
            return "Weights, length normalization and singleCharacter lie between 0 and 1000.";
        }

        if (!positive.All(value => value is > 0 and <= 1e9))
        {
            return "saturation, rarityPower, rarityPrior, half and hopelessPriceRatio lie above 0.";
        }

        if (weights.Text == 0)
        {
            return "weights.text lies above 0: matching starts from the text.";
        }

        return IsRising(parameters.Levels) ? null : "levels are three rising numbers between 0 and 1.";
    }

    private static bool IsRising(IReadOnlyList<double> levels) =>
        levels.Count == 3 && levels[0] > 0 && levels[0] <= levels[1] && levels[1] <= levels[2] && levels[2] <= 1;
}
