using TechBroker.Matching.Indexing;
using TechBroker.Matching.Reasons;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// The part of the text's score that a pair owes to translations, shown apart, because it rests on a dictionary's guess and not on what both
/// sides wrote. It is no scorer of its own: a word that is said in both languages must not count twice, so own words and translations are
/// added up before the sum saturates, and the score is split afterwards by what each brought.
/// </summary>
internal static class CrossLanguage
{
    /// <summary>0..1; 0 as a rule, 1 where the two have no word in common.</summary>
    public static double ShareOf(in Pair pair) => pair.Listing.CrossTerms.Length + pair.Need.CrossTerms.Length == 0 ? 0
        : Overlap.PartsOf(pair.Listing, pair.Need, pair.Statistics).CrossShare;

    public static Contribution Contribution(double share, in Pair pair) => new()
    {
        Scorer = "crossLanguage",
        Score = share,
        Terms = TermPairs.Of(pair),
        Verdict = Verdicts.CorrespondingTerms,
    };
}
