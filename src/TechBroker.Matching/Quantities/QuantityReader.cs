using System.Globalization;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Quantities;

/// <summary>
/// Finds numbers with units and what bounds them: 3.7V, 100/120目, 50±2 mm, ≥67%, 不低于 3 万次, 5 kg 以上, -40~85 °C. A number without a unit
/// that it knows is left alone.
/// </summary>
internal static class QuantityReader
{
    /// <summary>2026年 is a date and 3年 a time.</summary>
    private const int FirstYear = 1900, LastYear = 2100;

    private const char None = '\0';

    public static List<Quantity> In(NormalizedText text)
    {
        var found = new List<Quantity>();
        var key = text.Key;
        for (var position = 0; position < key.Length; position++)
        {
            if (char.IsAsciiDigit(key[position]) && (position == 0 || !char.IsAsciiLetterOrDigit(key[position - 1])))
            {
                position = Read(text, position, found) - 1;
            }
        }

        return found;
    }

    /// <returns>Where to go on.</returns>
    private static int Read(NormalizedText text, int start, List<Quantity> found)
    {
        var key = text.Key;
        var (first, end) = NumberAt(key, start);
        var unitOfFirst = UnitReader.At(text, end);
        var (second, to, link) = SecondAt(key, unitOfFirst?.End ?? end);
        var unitOfSecond = link == None ? null : UnitReader.At(text, to);
        if (unitOfSecond is null || (link == '/' && unitOfSecond.Value.Dimension.Of != Kind.Mesh))
        {
            // What follows the dash is something else: 3 V - 5 pieces.
            (second, link, unitOfSecond) = (first, None, null);
        }

        if ((unitOfSecond ?? unitOfFirst) is not { } unit)
        {
            return Math.Max(end, start + 1);
        }

        if ((unitOfFirst is { } other && other.Dimension != unit.Dimension) || IsDate(first, key, unit.End) || double.IsNaN(first + second))
        {
            return unit.End;
        }

        var (low, high) = (first * (unitOfFirst ?? unit).Factor, second * unit.Factor);
        var number = start;
        if (link == '±')
        {
            (low, high) = (low - high, low + high);
        }
        else if (unit.Dimension.Of == Kind.Temperature && IsMinus(key, start - 1))
        {
            (low, high, number) = (-low, link == None ? -high : high, start - 1);
        }

        var value = new Quantity(unit.Dimension, Math.Min(low, high), Math.Max(low, high), number, number, unit.End, unit.End);
        if (Divided(text, value) is { } divided)
        {
            found.Add(Bounded(key, divided));
        }

        return unit.End;
    }

    /// <summary>Null for a value per something that is not known.</summary>
    private static Quantity? Divided(NormalizedText text, Quantity value) => UnitReader.Before(text, value.Number) switch
    {
        null => value,
        { Per: { Kind: not Kind.None } per, Start: var start } when value.Dimension.Per == Kind.None =>
            value with { Dimension = new Dimension(value.Dimension.Of, per.Kind), Low = value.Low / per.Factor, High = value.High / per.Factor, Number = start, Start = start },
        _ => null,
    };

    private static Quantity Bounded(string key, Quantity value)
    {
        var (before, start) = Bounds.Before(key, value.Number);
        var (after, end) = Bounds.After(key, value.Unit);
        if (!value.Low.Equals(value.High))
        {
            // 控制在 180-230 °C is no more than the range.
            return value with { Start = start };
        }

        return (before != 0 ? before : after) switch
        {
            > 0 => value with { High = double.PositiveInfinity, Start = start, End = end },
            < 0 => value with { Low = double.NegativeInfinity, Start = start, End = end },
            _ => value,
        };
    }

    /// <summary>The other end of a range or a tolerance, and what links the two.</summary>
    private static (double Value, int End, char Link) SecondAt(string key, int position)
    {
        var at = Spaces.Skip(key, position);
        var link = at < key.Length ? key[at] : None;
        if (link is not ('-' or '~' or '–' or '—' or '至' or '到' or '±' or '/'))
        {
            return (double.NaN, position, None);
        }

        at = Spaces.Skip(key, at + 1);
        var negative = link is '~' or '至' or '到' && IsMinus(key, at);
        at += negative ? 1 : 0;
        if (at >= key.Length || !char.IsAsciiDigit(key[at]))
        {
            return (double.NaN, position, None);
        }

        var (value, end) = NumberAt(key, at);
        return (negative ? -value : value, end, link == '±' || link == '/' ? link : '-');
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

    private static bool IsDate(double number, string key, int end) => key[end - 1] == '年' && number is >= FirstYear and <= LastYear;

    private static bool IsMinus(string key, int position) => position >= 0 && position < key.Length && key[position] is '-' or '−';
}
