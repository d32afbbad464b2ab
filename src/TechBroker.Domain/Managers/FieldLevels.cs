namespace TechBroker.Domain.Managers;

/// <summary>How near two fields of technology are: codes of GB/T 4754 nest (C, C39, C391), all others are the same or not.</summary>
internal static class FieldLevels
{
    private const string Nested = "industries:";

    /// <summary>1 for the same code, 0 for nothing in common, between them the share of common levels (Dice): a section and its division have 2/3.</summary>
    public static double Closeness(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        if (!IsNested(one) || !IsNested(other))
        {
            return 0;
        }

        var (a, b) = (LevelsOf(one), LevelsOf(other));
        var common = 0;
        while (common < Math.Min(a, b) && one.AsSpan(Nested.Length, LengthOf(common + 1)).Equals(other.AsSpan(Nested.Length, LengthOf(common + 1)), StringComparison.OrdinalIgnoreCase))
        {
            common++;
        }

        return 2.0 * common / (a + b);
    }

    private static bool IsNested(string code) => code.StartsWith(Nested, StringComparison.OrdinalIgnoreCase) && code.Length > Nested.Length;

    // A letter, two digits for the division, then a digit for each level below.
    private static int LevelsOf(string code) => code.Length - Nested.Length is var length && length < 3 ? 1 : length - 1;

    private static int LengthOf(int levels) => levels == 1 ? 1 : levels + 1;
}
