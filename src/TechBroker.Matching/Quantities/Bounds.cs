namespace TechBroker.Matching.Quantities;

/// <summary>Signs and words that make a number the least or the most.</summary>
internal static class Bounds
{
    private static readonly string[] AtLeast =
    [
        "≥", "≧", ">=", ">", "不低于", "不小于", "不少于", "大于", "高于", "超过", "至少", "达到", "提高到", "提升到", "提高至", "提升至",
        "at least", "more than", "no less than", "not less than", "above", "minimum",
    ];

    private static readonly string[] AtMost =
    [
        "≤", "≦", "<=", "<", "不高于", "不大于", "不超过", "不超", "不多于", "小于", "低于", "少于", "不到", "不足", "至多", "降到", "降至", "控制在",
        "at most", "less than", "no more than", "not more than", "below", "up to", "under", "maximum",
    ];

    private static readonly string[] AtLeastAfter = ["以上", "及以上", "or more", "or above", "or better"];
    private static readonly string[] AtMostAfter = ["以下", "及以下", "以内", "之内", "or less", "or below"];

    /// <returns>1 at least, -1 at most, 0 neither, and where the bound begins.</returns>
    public static (int Bound, int Start) Before(string key, int position)
    {
        var before = key.AsSpan(0, position).TrimEnd(' ');

        // The long before the short: 不低于 ends in 低于.
        var most = Longest(AtMost, before, static (text, word) => text.EndsWith(word, StringComparison.Ordinal));
        var least = Longest(AtLeast, before, static (text, word) => text.EndsWith(word, StringComparison.Ordinal));
        return most > least ? (-1, before.Length - most) : least > 0 ? (1, before.Length - least) : (0, position);
    }

    /// <returns>As before, and where the bound ends.</returns>
    public static (int Bound, int End) After(string key, int position)
    {
        var start = Spaces.Skip(key, position);
        var after = key.AsSpan(start);
        var least = Longest(AtLeastAfter, after, static (text, word) => text.StartsWith(word, StringComparison.Ordinal));
        var most = Longest(AtMostAfter, after, static (text, word) => text.StartsWith(word, StringComparison.Ordinal));
        return least > 0 ? (1, start + least) : most > 0 ? (-1, start + most) : (0, position);
    }

    private static int Longest(string[] words, ReadOnlySpan<char> text, Func<ReadOnlySpan<char>, string, bool> stands)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = word.Length > longest && stands(text, word) ? word.Length : longest;
        }

        return longest;
    }
}
