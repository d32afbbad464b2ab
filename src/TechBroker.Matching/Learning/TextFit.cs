namespace TechBroker.Matching.Learning;

/// <summary>
/// Tries a few changes of the text's weights, one after the other. A change is kept if the mean nDCG@10 of the training needs rises by
/// more than the standard error of its difference (the one-standard-error rule of Breiman et al. 1984): less is noise, and would not
/// come back on other needs.
/// </summary>
internal sealed class TextFit(IReadOnlyList<MarketItem> items, IReadOnlyList<JudgedPair> train)
{
    /// <summary>With fewer needs than this a standard error means little.</summary>
    private const int FewestNeeds = 10;

    private static readonly Func<TextParameters, TextParameters>[] Changes =
    [
        text => text with { Need = text.Need with { Description = text.Need.Description / 2 } },
        text => text with { Need = text.Need with { Description = text.Need.Description * 2 } },
        text => text with { SingleCharacter = text.SingleCharacter / 2 },
        text => text with { SingleCharacter = text.SingleCharacter * 2 },
        text => text with { RarityPower = text.RarityPower * 0.75 },
        text => text with { RarityPower = text.RarityPower / 0.75 },
        text => text with { Listing = text.Listing with { LengthNormalization = text.Listing.LengthNormalization / 2 } },
        text => text with { Listing = text.Listing with { LengthNormalization = (1 + text.Listing.LengthNormalization) / 2 } },
    ];

    public MatchingParameters Improve(MatchingParameters start)
    {
        var best = start;
        var figures = Figures(best);
        foreach (var change in Changes)
        {
            var candidate = best with { Text = change(best.Text) };
            var changed = figures.Length < FewestNeeds ? figures : Figures(candidate);
            if (IsClearlyBetter(figures, changed))
            {
                (best, figures) = (candidate, changed);
            }
        }

        return best;
    }

    internal static bool IsClearlyBetter(double[] before, double[] after)
    {
        if (before.Length < FewestNeeds)
        {
            return false;
        }

        var differences = before.Zip(after, (old, @new) => @new - old).ToArray();
        var mean = differences.Average();
        var variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1);
        return mean > Math.Sqrt(variance / differences.Length);
    }

    /// <summary>nDCG@10 of each training need that has a pair above level 1, in the order of the judgements.</summary>
    private double[] Figures(MatchingParameters parameters) =>
        [.. Ndcg.ByNeed(new ScoredPairs(items, parameters).Of(train))];
}
