using TechBroker.Matching.Learning;
using TechBroker.Matching.Vectors;

namespace TechBroker.Matching;

/// <summary>A fit that an operator can trust: its figures come from pairs that it has not seen.</summary>
public static class Refit
{
    /// <summary>With fewer needs than this no difference can be told from chance.</summary>
    public const int FewestNeeds = 10;

    /// <summary>Fits on all pairs, and measures both by cross-validation. The same input gives the same result.</summary>
    /// <param name="listings">All listings of the market: word statistics are counted over them.</param>
    /// <param name="needs">At least those of the pairs.</param>
    /// <param name="judgements">Each with its fold, a need in one fold only, and two folds at least.</param>
    /// <param name="start">Where the search begins, and what the new is compared with.</param>
    /// <param name="report">Told of fits done and fits in all; null for nobody.</param>
    /// <param name="vectors">To grade with besides; null for none.</param>
    public static RefitResult Run(
        IReadOnlyList<MarketItem> listings,
        IReadOnlyList<MarketItem> needs,
        IReadOnlyList<JudgedPair> judgements,
        MatchingParameters start,
        Action<int, int>? report = null,
        TermVectors? vectors = null)
    {
        var folds = judgements.Select(pair => pair.Fold ?? throw new ArgumentException("Every pair needs its fold.", nameof(judgements))).Distinct().Order().ToList();
        ArgumentOutOfRangeException.ThrowIfLessThan(folds.Count, 2, nameof(judgements));
        var parts = new List<RefitPart>();
        foreach (var fold in folds)
        {
            var fitted = Fit.Run(listings, needs, [.. judgements.Where(pair => pair.Fold != fold)], start, vectors);
            var unseen = judgements.Where(pair => pair.Fold == fold).ToList();
            parts.Add(new RefitPart(fold, Graded.Of(listings, needs, unseen, start, vectors), Graded.Of(listings, needs, unseen, fitted, vectors)));
            report?.Invoke(parts.Count, folds.Count + 1);
        }

        var result = Fit.Run(listings, needs, judgements, start, vectors);
        report?.Invoke(folds.Count + 1, folds.Count + 1);
        var (old, @new) = (Graded.Join(parts.Select(part => part.Old)), Graded.Join(parts.Select(part => part.New)));
        return new RefitResult
        {
            Fitted = result,
            Old = old.Figures,
            New = @new.Figures,
            Folds = [.. parts.Select(part => new FoldFigures(part.Fold, part.Old.Figures, part.New.Figures))],
            Needs = judgements.Select(pair => pair.NeedId).Distinct().Count(),
            Verdict = VerdictOf(old, @new, ReferenceEquals(result, start)),
        };
    }

    private static RefitVerdict VerdictOf(Graded old, Graded @new, bool unchanged)
    {
        if (unchanged)
        {
            return RefitVerdict.Unchanged;
        }

        if (old.Closeness.Count < FewestNeeds)
        {
            return RefitVerdict.TooFew;
        }

        var better = CoordinateSearch.IsClearlyBetter(old.Ndcg, @new.Ndcg) || CoordinateSearch.IsClearlyBetter(old.Closeness, @new.Closeness);
        var worse = CoordinateSearch.IsClearlyBetter(@new.Ndcg, old.Ndcg) || CoordinateSearch.IsClearlyBetter(@new.Closeness, old.Closeness);
        return better && !worse ? RefitVerdict.Better : RefitVerdict.NotBetter;
    }

    private sealed record RefitPart(int Fold, Graded Old, Graded New);
}
