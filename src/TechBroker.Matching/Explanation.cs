namespace TechBroker.Matching;

/// <summary>Puts contributions into words for whoever reads them, when they read them.</summary>
public static class Explanation
{
    /// <summary>One short sentence, never empty; one that lowers the score says so. For a hidden need the listing side learns which view counted, and nothing else.</summary>
    public static string Text(Contribution contribution, Language language, Audience audience, bool hiddenNeed)
    {
        var chinese = language == Language.Chinese;
        return IsWithheld(audience, hiddenNeed)
            ? Reasons.Phrases.Generic(contribution.Scorer, chinese)
            : Reasons.Phrases.For(contribution, chinese);
    }

    /// <summary>The contribution's terms; none if they could be those of a hidden need.</summary>
    public static IReadOnlyList<string> Terms(Contribution contribution, Audience audience, bool hiddenNeed) =>
        IsWithheld(audience, hiddenNeed) ? [] : contribution.Terms;

    /// <summary>
    /// The contribution's share of the score; null if it is withheld. A listing that knows its own price or TRL could work out a hidden
    /// need's budget from the price scorer's share.
    /// </summary>
    public static double? Score(Contribution contribution, Audience audience, bool hiddenNeed) =>
        IsWithheld(audience, hiddenNeed) ? null : contribution.Score;

    /// <summary>
    /// The pair's score as its reader may see it: of a hidden need the listing side sees the lowest score of the level and no more. Otherwise
    /// it could change its own price or TRL, watch the score, and find the need's budget and demands.
    /// </summary>
    public static double VisibleScore(double score, int level, Audience audience, bool hiddenNeed) =>
        IsWithheld(audience, hiddenNeed) ? MatchingParameters.Default.LeastScoreOf(Math.Clamp(level, 1, 4)) : score;

    /// <summary>Why the pair is ranked nowhere, as a sentence; null if it is not excluded.</summary>
    public static string? Exclusion(Match match, Language language, Audience audience, bool hiddenNeed)
    {
        var chinese = language == Language.Chinese;
        return match.Exclusion is null ? null : Reasons.Phrases.Exclusion(match.Exclusion, chinese, IsWithheld(audience, hiddenNeed));
    }

    private static bool IsWithheld(Audience audience, bool hiddenNeed) => hiddenNeed && audience == Audience.ListingSide;
}
