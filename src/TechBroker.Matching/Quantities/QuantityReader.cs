using System.Globalization;

namespace TechBroker.Matching.Quantities;

/// <summary>
/// Finds numbers with units and what bounds them: 3.7V, 100-120目, ≥67%, 不低于 3 万次, 5 kg 以上, up to 80 °C. A number without a unit that it
/// knows is left alone.
/// </summary>
internal static class QuantityReader
{
    private static readonly string[] AtLeast = ["≥", ">=", ">", "＞", "不低于", "不小于", "不少于", "大于", "高于", "超过", "至少", "达到", "at least", "more than", "above", "over"];
    private static readonly string[] AtMost = ["≤", "<=", "<", "＜", "不高于", "不大于", "不超过", "不多于", "小于", "低于", "少于", "至多", "at most", "less than", "below", "up to", "under"];
    private static readonly string[] AtLeastAfter = ["以上", "or more", "or above"];
    private static readonly string[] AtMostAfter = ["以下", "以内", "之内", "or less", "or below"];

    /// <param name="key">A text as the index compares it: see <see cref="Tokens.NormalizedText.Key"/>.</param>
    public static List<Quantity> In(string key)
    {
        var found = new List<Quantity>();
        for (var position = 0; position < key.Length; position++)
        {
            if (char.IsAsciiDigit(key[position]) && (position == 0 || !char.IsAsciiLetterOrDigit(key[position - 1])))
            {
                position = Read(key, position, found) - 1;
            }
        }

        return found;
    }

    /// <returns>Where to go on.</returns>
    private static int Read(string key, int start, List<Quantity> found)
    {
        var (first, end) = NumberAt(key, start);
        var (second, to) = (first, end);
        var (unitOfFirst, afterUnit) = UnitAt(key, end);
        var separator = SkipSpaces(key, unitOfFirst is null ? end : afterUnit);
        var next = separator < key.Length && key[separator] is '-' or '~' or '–' or '—' or '至' or '到' ? SkipSpaces(key, separator + 1) : key.Length;
        if (next < key.Length && char.IsAsciiDigit(key[next]))
        {
            (second, to) = NumberAt(key, next);
        }

        var (unit, close) = UnitAt(key, to);
        if (unit is not { } known)
        {
            return Math.Max(end, start + 1);
        }

        var low = first * (unitOfFirst ?? known).Factor * (unitOfFirst is null ? known.Multiple : unitOfFirst.Value.Multiple);
        var high = second * known.Factor * known.Multiple;
        if (unitOfFirst is { } other && other.Dimension != known.Dimension)
        {
            return close;
        }

        var (bound, from) = BoundBefore(key, start);
        bound = bound != 0 ? bound : BoundAfter(key, close);
        if (start > 0 && key[start - 1] is '-' or '−' && second.Equals(first) && known.Dimension == Dimension.Temperature)
        {
            (low, high) = (-low, -high);
        }

        found.Add(bound switch
        {
            > 0 => new Quantity(known.Dimension, Math.Min(low, high), double.PositiveInfinity, from, close),
            < 0 => new Quantity(known.Dimension, double.NegativeInfinity, Math.Max(low, high), from, close),
            _ => new Quantity(known.Dimension, Math.Min(low, high), Math.Max(low, high), start, close),
        });
        return close;
    }

    private static (double Value, int End) NumberAt(string key, int start)
    {
        var end = start;
        while (end < key.Length && (char.IsAsciiDigit(key[end]) || (key[end] is '.' or ',' && end + 1 < key.Length && char.IsAsciiDigit(key[end + 1]))))
        {
            end++;
        }

        var parsed = double.TryParse(key.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value);
        return (parsed ? value : double.NaN, end);
    }

    private static ((Dimension Dimension, double Factor, double Multiple)? Unit, int End) UnitAt(string key, int position)
    {
        var at = SkipSpaces(key, position);
        var multiple = 1.0;
        while (at < key.Length && key[at] is '千' or '万' or '亿' && Units.At(key, at) is null)
        {
            multiple *= key[at] switch { '千' => 1e3, '万' => 1e4, _ => 1e8 };
            at = SkipSpaces(key, at + 1);
        }

        return at < key.Length && Units.At(key, at) is { } unit ? ((unit.Dimension, unit.Factor, multiple), at + unit.Length) : (null, position);
    }

    /// <returns>1 at least, -1 at most, 0 neither, and where the bound begins.</returns>
    private static (int Bound, int Start) BoundBefore(string key, int position)
    {
        var before = key.AsSpan(0, position).TrimEnd(' ');

        // The long before the short: 不低于 ends in 低于.
        var most = Ending(before, AtMost);
        var least = Ending(before, AtLeast);
        return most > least ? (-1, before.Length - most) : least > 0 ? (1, before.Length - least) : (0, position);
    }

    private static int BoundAfter(string key, int position)
    {
        var after = key.AsSpan(position).TrimStart(' ');
        return Begins(after, AtLeastAfter) ? 1 : Begins(after, AtMostAfter) ? -1 : 0;
    }

    private static int Ending(ReadOnlySpan<char> text, string[] words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = text.EndsWith(word, StringComparison.Ordinal) ? Math.Max(longest, word.Length) : longest;
        }

        return longest;
    }

    private static bool Begins(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipSpaces(string key, int position)
    {
        while (position < key.Length && key[position] == ' ')
        {
            position++;
        }

        return position;
    }
}
