using System.Security.Cryptography;
using TechBroker.Matching;

namespace TechBroker.Verbs;

/// <summary>What a fit is made from.</summary>
internal sealed record FitFiles(FileInfo Needs, FileInfo Listings, FileInfo Judgements)
{
    /// <summary>Names the training set so that it can be told from any other, with the figures that came of it.</summary>
    public TrainingSet SetOf(RefitResult result, MatchingParameters old, int pairs, DateOnly day) => new()
    {
        Judgements = Judgements.Name,
        JudgementsSha256 = HashOf(Judgements),
        NeedsSha256 = HashOf(Needs),
        ListingsSha256 = HashOf(Listings),
        FittedOn = day,
        FromVersion = old.Version,
        Pairs = pairs,
        Needs = result.Needs,
        Folds = result.Folds.Count,
        Old = result.Old,
        New = result.New,
        Verdict = result.Verdict,
    };

    private static string HashOf(FileInfo file)
    {
        using var stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
