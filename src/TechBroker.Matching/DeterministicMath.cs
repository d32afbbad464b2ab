namespace TechBroker.Matching;

/// <summary>
/// Logarithm and power from operations that IEEE 754 defines to the last bit. <see cref="Math.Log2(double)"/> and
/// <see cref="Math.Pow"/> come from each platform's C library and may differ in the last place; a score must not.
/// </summary>
internal static class DeterministicMath
{
    /// <summary>Binary logarithm of a positive, finite number, exact to about 1e-14.</summary>
    public static double Log2(double value)
    {
        var exponent = Math.ILogB(value);
        var mantissa = Math.ScaleB(value, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh((m-1)/(m+1)); |z| < 0.172, so twelve terms reach the last place.
        var z = (mantissa - 1) / (mantissa + 1);
        var square = z * z;
        var sum = 0.0;
        for (var n = 23; n >= 1; n -= 2)
        {
            sum = (sum * square) + (1.0 / n);
        }

        return exponent + (2 * z * sum * 1.4426950408889634);
    }

    /// <summary>Two to any power between -1000 and 1000.</summary>
    public static double Exp2(double power)
    {
        var whole = Math.Floor(power + 0.5);
        var x = (power - whole) * 0.6931471805599453;
        var sum = 1.0;
        for (var n = 18; n >= 1; n--)
        {
            sum = 1 + (sum * x / n);
        }

        return Math.ScaleB(sum, (int)whole);
    }

    /// <summary>A positive number to any power.</summary>
    public static double Power(double value, double power) => power == 0 ? 1 : Exp2(power * Log2(value));
}
