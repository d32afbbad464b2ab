namespace TechBroker.Matching.Scoring;

/// <summary>What a scorer says about a pair.</summary>
/// <param name="Score">0..1.</param>
/// <param name="Verdict">One of <see cref="Verdicts"/>.</param>
/// <param name="ListingValue">What was compared, if it can be shown; made beforehand, so that an opinion allocates nothing.</param>
/// <param name="NeedValue">The need's side of it.</param>
internal readonly record struct Opinion(double Score, string Verdict, string? ListingValue = null, string? NeedValue = null);
