namespace TechBroker.Matching.Quantities;

/// <summary>What is kept of a value: 20 bytes.</summary>
/// <param name="Dimension">What is measured.</param>
/// <param name="Head">See <see cref="Subject"/>.</param>
/// <param name="Which">See <see cref="Subject"/>.</param>
/// <param name="Low">In base units.</param>
/// <param name="High">In base units.</param>
internal readonly record struct Measure(Dimension Dimension, uint Head, uint Which, float Low, float High)
{
    /// <summary>Two units of one value, each rounded, differ by less.</summary>
    private const float Rounding = 1e-5f;

    /// <summary>How far beside a bound a value may lie and still be worth talking about, of the bound.</summary>
    private const float Near = 0.1f;

    /// <summary>Whether it can be compared with anything: it says of what it is a value, or its unit does.</summary>
    public bool IsTelling => Head != 0 || Dimension.IsTelling;

    /// <summary>Whether two are values of the same thing: of one dimension and of one word, and where both say of which, of the same.</summary>
    public bool IsOf(in Measure other) =>
        Dimension == other.Dimension && Head == other.Head && Head != 0 && (Which == other.Which || Which == 0 || other.Which == 0);

    /// <summary>What a stated value says of this demand; null where it leaves open whether it is met.</summary>
    public Answer? AnswerBy(in Measure stated)
    {
        var (low, high) = (Low - Slack(Low), High + Slack(High));
        if (stated.Low >= low && stated.High <= high)
        {
            // 85 °C lies between -40 and 85 °C, and yet what bears the one need not bear the other.
            return Dimension.Of == Kind.Temperature && !IsBound && stated.Low.Equals(stated.High) ? null : Answer.Meets;
        }

        if (stated.High < low)
        {
            return stated.High >= low - (Near * Math.Abs(low)) ? Answer.Nearly : Answer.Misses;
        }

        if (stated.Low > high)
        {
            return stated.Low <= high + (Near * Math.Abs(high)) ? Answer.Nearly : Answer.Misses;
        }

        // A wider range than was asked for holds all of it.
        return !IsBound && stated.Low <= Low + Slack(Low) && stated.High >= High - Slack(High) ? Answer.Meets : null;
    }

    private bool IsBound => float.IsInfinity(Low) || float.IsInfinity(High);

    private static float Slack(float bound) => float.IsInfinity(bound) ? 0 : Math.Abs(bound) * Rounding;
}

/// <summary>What a stated value says of a demand.</summary>
internal enum Answer
{
    Misses,
    Nearly,
    Meets,
}
