using TechBroker.Matching;

namespace TechBroker.Verbs;

/// <summary>Judged pairs, each in its part of the cross-validation.</summary>
internal static class FoldedPairs
{
    private const int Usual = 3;

    /// <param name="pairs">As they were read.</param>
    /// <param name="needs">Tells the needs' ids as the file has them.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="count">Parts to make; null to take those of the file where every pair has one.</param>
    /// <exception cref="FailedException">A need would be fitted on and measured at once, or all pairs are in one part.</exception>
    public static List<JudgedPair> Of(List<JudgedPair> pairs, MarketFile needs, string file, int? count)
    {
        var folded = count is null && pairs.TrueForAll(p => p.Fold is not null)
            ? pairs
            : pairs.ConvertAll(p => p with { Fold = Folds.Of(needs.NameOf(p.NeedId), count ?? Usual) });
        if (folded.GroupBy(p => p.NeedId).FirstOrDefault(need => need.Select(p => p.Fold).Distinct().Skip(1).Any()) is { } torn)
        {
            throw new FailedException(
                $"{file}: need {needs.NameOf(torn.Key)} is in more than one fold, so it would be measured on what was fitted to it; mend the file, or name a number with --folds.");
        }

        return folded.Select(p => p.Fold).Distinct().Skip(1).Any()
            ? folded
            : throw new FailedException($"{file}: all pairs are in one fold, so there is nothing unseen to measure on; judge pairs of more needs.");
    }
}
