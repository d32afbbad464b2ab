using System.Buffers;
using TechBroker.Matching.Reasons;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Quantities;

/// <summary>
/// The values that an item states, if it is a listing, or demands, if it is a need: the first few that can be compared, because every item keeps
/// its own. Texts are read once, when an item comes; the words of a value are read again for the few pairs that are explained.
/// </summary>
internal static class Measures
{
    public const int Most = 8;

    /// <summary>Characters before a range or a limit in which a need has to say that it asks for it.</summary>
    private const int DemandReach = 40;

    private const string SentenceEnds = "。;!?\n";

    private static readonly SearchValues<string> Asking = SearchValues.Create(
        ["要求", "需", "须", "应", "目标", "指标", "希望", "期望", "预期", "达", "提出", "控制", "require", "need", "must", "shall", "should", "target", "want"], StringComparison.Ordinal);

    private static readonly string[] NoStates =
        ["由", "从", "提高", "提升", "提高了", "降低", "降低了", "减少", "减少了", "增加", "增加了", "增长", "下降", "缩短", "降", "升", "增", "减", " from", " by", " another"];

    public static Measure[] Of(MarketItem item) => HasDigit(item) ? [.. Quoted(ReasonText.TextOf(item), item.Side).Select(quoted => quoted.Measure)] : [];

    /// <summary>In the order of <see cref="Of"/>, as they are written: 能量密度 320 Wh/kg, and of needs ≥300 Wh/kg.</summary>
    public static IEnumerable<(Measure Measure, string Text)> Quoted(NormalizedText text, Side side) => In(text, side).Where(quoted => quoted.Measure.IsTelling).Take(Most);

    private static IEnumerable<(Measure Measure, string Text)> In(NormalizedText text, Side side)
    {
        var end = 0;
        foreach (var value in QuantityReader.In(text))
        {
            if (IsNoState(text.Key, value))
            {
                continue;
            }

            var from = end;
            end = value.End;
            if ((side == Side.Listing ? Stated(value) : Demanded(text.Key, value)) is not { } counted)
            {
                continue;
            }

            var subject = Subject.Of(text, value, from);
            var measure = new Measure(value.Dimension, subject.Head, subject.Which, (float)counted.Low, (float)counted.High);
            yield return (measure, side == Side.Listing ? Named(text.Display, counted, subject) : counted.In(text.Display));
        }
    }

    /// <summary>How things were (由 17.6% 降到 6.1%) or by how much they change (降低 10% 以上).</summary>
    private static bool IsNoState(string key, in Quantity value)
    {
        var before = key.AsSpan(0, value.Start).TrimEnd(' ');
        foreach (var word in NoStates)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>能量密度 320 Wh/kg, or 3000 次循环 where the noun follows at once.</summary>
    private static string Named(string display, in Quantity value, in Subject subject)
    {
        var follows = subject.Start >= value.Unit && subject.Start - value.Unit <= 1 && value.End == value.Unit;
        return subject.Start == subject.End || (subject.Start >= value.Unit && !follows) ? value.In(display)
            : follows ? display[value.Number..subject.End]
            : $"{display[subject.Start..subject.End]} {value.In(display)}";
    }

    /// <summary>Who promises more than 90 % would say so if it were more than 95 %: the bound is taken for the value.</summary>
    private static Quantity? Stated(Quantity value) =>
        double.IsInfinity(value.High) ? value with { High = value.Low } : double.IsInfinity(value.Low) ? value with { Low = value.High } : value;

    /// <summary>Bounds ask for something; other values tell how things are, unless the need says that it asks for them.</summary>
    private static Quantity? Demanded(string key, Quantity value)
    {
        if (value.IsBound)
        {
            return value;
        }

        var start = Math.Max(0, value.Start - DemandReach);
        var before = key.AsSpan(start, value.Start - start);
        before = before[(before.LastIndexOfAny(SentenceEnds) + 1)..];
        if (!before.ContainsAny(Asking))
        {
            return null;
        }

        // One value does not say on which side of it is better; frost and endurance do.
        return !value.Low.Equals(value.High) ? value
            : value.Dimension == new Dimension(Kind.Cycles) ? value with { High = double.PositiveInfinity }
            : value.Dimension == new Dimension(Kind.Temperature) && value.Low < 0 ? value with { Low = double.NegativeInfinity }
            : null;
    }

    private static bool HasDigit(MarketItem item) =>
        HasDigit(item.Title) || HasDigit(item.Summary) || HasDigit(item.Description) || item.Keywords.Any(HasDigit);

    private static bool HasDigit(string text) => text.Any(char.IsDigit);
}
