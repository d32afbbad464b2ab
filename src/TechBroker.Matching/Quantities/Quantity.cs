namespace TechBroker.Matching.Quantities;

/// <summary>A measured or demanded value in a text.</summary>
/// <param name="Dimension">What is measured.</param>
/// <param name="Low">The lowest value in base units, negative infinity for none.</param>
/// <param name="High">The highest value, infinity for none; both are the same for a single value.</param>
/// <param name="Start">Where it begins in the text, with its bound (≥, 不低于).</param>
/// <param name="Number">Where its first number begins, with its sign.</param>
/// <param name="Unit">Where its last unit ends.</param>
/// <param name="End">Where it ends, with a bound behind it (以上).</param>
internal readonly record struct Quantity(Dimension Dimension, double Low, double High, int Start, int Number, int Unit, int End)
{
    /// <summary>A bound on one side, as demands have: ≥ 3.7 V, 低于 5 %.</summary>
    public bool IsBound => double.IsInfinity(Low) != double.IsInfinity(High);

    /// <summary>As it was written, a bound in words as its sign: what a reason quotes.</summary>
    public string In(string display) => (double.IsInfinity(High) ? "≥" : double.IsInfinity(Low) ? "≤" : "") + display[Number..Unit];
}
