using System.Text.RegularExpressions;

namespace TechBroker.Dictionaries;

/// <summary>OpenCC's table of traditional characters: <c>傳 传|畫 画 划</c>, the usual simplification first.</summary>
internal static partial class OpenCc
{
    /// <summary>Pairs of the basic plane, rising by the traditional character; what stays as it is is left out.</summary>
    public static List<(char Traditional, char Simplified)> Read(string text) =>
        [.. Entry().Matches(text).Select(entry => (entry.Groups[1].ValueSpan[0], entry.Groups[2].ValueSpan[0])).Where(pair => pair.Item1 != pair.Item2).OrderBy(pair => pair.Item1)];

    [GeneratedRegex("""(?<=["|])(\P{Cs}) (\P{Cs})(?=[ |"])""")]
    private static partial Regex Entry();
}
