namespace TechBroker.Matching.Scoring;

/// <summary>What a pair's level goes by besides its score. No order goes by it.</summary>
/// <param name="Generality">Of the need, see <see cref="Scoring.Generality"/>.</param>
/// <param name="Likeness">By term vectors, above or below what is typical; 0 without vectors.</param>
internal readonly record struct Traits(double Generality, double Likeness);
