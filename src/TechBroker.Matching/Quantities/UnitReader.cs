using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Quantities;

/// <summary>What stands behind a number: 万 and 亿, a unit, and what it is divided by.</summary>
internal static class UnitReader
{
    /// <summary>Characters of 每 and a unit, or 每 and something that is counted (每台).</summary>
    private const int LongestPer = 5;

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

        // A year is an a behind a stroke only: 3,800 a unit.
        if (at >= key.Length || Units.At(text, at) is not { } unit || key.AsSpan(at, unit.Length) is "a" && text.Display[at] == 'a')
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

    /// <summary>每平方厘米 0.5 毫克: what stands before a number may divide it.</summary>
    /// <returns>What it is divided by, a unit of no kind for something that is not known, and where that begins; null for nothing.</returns>
    public static (Unit Per, int Start)? Before(NormalizedText text, int number)
    {
        var end = text.Key.AsSpan(0, number).TrimEnd(' ').Length;
        var start = text.Key.AsSpan(0, end).LastIndexOf('每');
        return start < 0 || end - start > LongestPer || end - start < 2 ? null
            : Units.At(text, start + 1) is { } unit && start + 1 + unit.Length == end ? (unit.Unit, start)
            : text.Key.AsSpan(start + 1, end - start - 1).ContainsAnyExceptInRange('\u4e00', '\u9fff') ? null
            : (default, start);
    }

    private static bool IsProduct(string key, int end) => end < key.Length && key[end] is '·' or '⋅' or '•' or '*';

    // cm⁻¹ after folding; 3mm-5mm is a range.
    private static bool IsInverse(string key, int end) =>
        end + 1 < key.Length && key[end] is '-' or '−' && key[end + 1] is >= '1' and <= '3' && (end + 2 == key.Length || key[end + 2] is ' ' or ',' or ')');
}
