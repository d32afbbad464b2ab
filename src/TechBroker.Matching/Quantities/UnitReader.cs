using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Quantities;

/// <summary>What stands behind a number: 万 and 亿, a unit, and what it is divided by.</summary>
internal static class UnitReader
{
    /// <returns>The dimension, how many base units one of it is, and where it ends; null where no unit that is known stands.</returns>
    public static (Dimension Dimension, double Factor, int End)? At(NormalizedText text, int position)
    {
        var key = text.Key;
        var at = Spaces.Skip(key, position);
        var multiple = 1.0;
        while (at < key.Length && key[at] is '千' or '万' or '亿' && Units.At(text, at) is null)
        {
            multiple *= key[at] switch { '千' => 1e3, '万' => 1e4, _ => 1e8 };
            at = Spaces.Skip(key, at + 1);
        }

        if (at >= key.Length || Units.At(text, at) is not { } unit)
        {
            return null;
        }

        var end = at + unit.Length;
        var (first, factor) = (unit.Unit.Kind, multiple * unit.Unit.Factor);
        if (end + 1 < key.Length && key[end] == '/' && !char.IsAsciiDigit(key[end + 1]))
        {
            // Per something that is not known, it is not what the first unit says.
            return Units.At(text, end + 1) is { } per && !IsProduct(key, end + 1 + per.Length)
                ? (new Dimension(first, per.Unit.Kind), factor / per.Unit.Factor, end + 1 + per.Length)
                : null;
        }

        return IsProduct(key, end) || IsInverse(key, end) ? null : (new Dimension(first), factor, end);
    }

    private static bool IsProduct(string key, int end) => end < key.Length && key[end] is '·' or '⋅' or '•' or '*';

    // cm⁻¹ after folding; 3mm-5mm is a range.
    private static bool IsInverse(string key, int end) =>
        end + 1 < key.Length && key[end] is '-' or '−' && key[end + 1] is >= '1' and <= '3' && (end + 2 == key.Length || key[end + 2] is ' ' or ',' or ')');
}
