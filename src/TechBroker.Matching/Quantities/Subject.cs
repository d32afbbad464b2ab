using System.Buffers;
using TechBroker.Matching.Indexing;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Quantities;

/// <summary>
/// What a value is a value of: the word before it in its clause (the 密度 of 能量密度 300 Wh/kg), or else the one behind it, and the word joined to
/// that in front, as numbers that stand for them.
/// </summary>
/// <param name="Head">What is measured; 0 for nothing said.</param>
/// <param name="Which">Of which kind: 能量; 0 for nothing said.</param>
/// <param name="Start">Where its words begin in the text; the same as <paramref name="End"/> for none.</param>
/// <param name="End">Where they end.</param>
internal readonly record struct Subject(uint Head, uint Which, int Start, int End)
{
    /// <summary>Characters; who looks further away finds another sentence's noun.</summary>
    private const int Reach = 24;

    private const int ReachBehind = 12;
    private static readonly SearchValues<char> Ends = SearchValues.Create("。,;、!?\n()\"“”");

    /// <param name="text">The text.</param>
    /// <param name="value">The value in it.</param>
    /// <param name="from">Where the value before it ends.</param>
    public static Subject Of(NormalizedText text, in Quantity value, int from)
    {
        var start = Math.Max(from, value.Start - Reach);
        var clause = text.Key.AsSpan(start, Math.Max(0, value.Start - start));
        var cut = clause.LastIndexOfAny(Ends) + 1;
        var before = In(text.Key, start + cut, value.Start, last: true);
        if (before.Head != 0)
        {
            return before;
        }

        var rest = text.Key.AsSpan(value.End, Math.Min(ReachBehind, text.Key.Length - value.End));
        var end = rest.IndexOfAny(Ends);
        return In(text.Key, value.End, value.End + (end < 0 ? rest.Length : end), last: false);
    }

    private static Subject In(string key, int start, int end, bool last)
    {
        if (start >= end)
        {
            return default;
        }

        var words = MeasuredWords.In(key[start..end]);
        var at = last ? words.FindLastIndex(MeasuredWords.Tells) : words.FindIndex(MeasuredWords.Tells);
        if (at < 0)
        {
            return default;
        }

        var joined = last && at > 0 && MeasuredWords.Tells(words[at - 1]) && words[at].Start - words[at - 1].End <= 1 ? words[at - 1] : default;
        return new Subject(
            NumberOf(words[at].Term),
            joined.Term is null ? 0 : NumberOf(joined.Term),
            start + (joined.Term is null ? words[at].Start : joined.Start),
            start + words[at].End);
    }

    private static uint NumberOf(string term) => (uint)TermHash.Of(MeasuredWords.Common(term)) | 1;
}
