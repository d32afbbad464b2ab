namespace TechBroker.Matching;

/// <summary>Puts contributions into words for whoever reads them, when they read them. Who may not read the whole match does not read it at all.</summary>
public static class Explanation
{
    /// <summary>One short sentence, never empty; one that lowers the score says so.</summary>
    public static string Text(Contribution contribution, Language language) => Reasons.Phrases.For(contribution, language == Language.Chinese);

    /// <summary>Why the pair is ranked nowhere, as a sentence; null if it is not excluded.</summary>
    public static string? Exclusion(Match match, Language language) =>
        match.Exclusion is null ? null : Reasons.Phrases.Exclusion(match.Exclusion, language == Language.Chinese);
}
