using System.Globalization;
using System.Text.RegularExpressions;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>Readiness levels: 7, 7.0, TRL7, TRL-7, 7级, 七级, 第七级, or a name from the vocabulary trl.</summary>
internal static partial class TrlText
{
    private const string Chinese = "一二三四五六七八九";

    public static Parsed<int?> Parse(string text, VocabularySet vocabularies)
    {
        var plain = HeadingText.HalfWidth(text).Trim();
        if (Level().Match(plain) is { Success: true } match)
        {
            var digit = match.Groups["digit"].Value;
            var number = digit.Length == 1 && Chinese.Contains(digit, StringComparison.Ordinal)
                ? Chinese.IndexOf(digit, StringComparison.Ordinal) + 1
                : int.TryParse(digit, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
            return number is >= 1 and <= 9 ? number : OutOfRange(text);
        }

        return vocabularies.Find("trl")?.Find(plain) is { } term && int.TryParse(term.Code.AsSpan().TrimStart("TRLtrl-"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9
            ? level
            : Stage().IsMatch(plain) ? Stated(text) : OutOfRange(text);
    }

    /// <summary>Offices often give the stage instead. Which levels a stage covers is not for a parser to guess; an operator can add aliases to the vocabulary.</summary>
    private static Complaint Stated(string text) => Unreadable.Value(
        "trl-stage",
        text,
        "是研发阶段而不是成熟度等级，本条不带成熟度导入。",
        "is a stage and not a readiness level; the row is imported without one.",
        "如需参与成熟度匹配，请改填 1 到 9 的等级。",
        "Enter a level from 1 to 9 if readiness is to count in matching.") with
    {
        Severity = Severity.Warning,
    };

    public static Complaint OutOfRange(string text) => Unreadable.Value(
        "trl-invalid",
        text,
        "不是 1 到 9 级的技术成熟度。",
        "is no technology readiness level from 1 to 9.",
        "请填写 1 到 9 之间的一个整数，如 7。",
        "Enter one whole number from 1 to 9, such as 7.");

    [GeneratedRegex("实验室|小试|中试|产业化|工业化|量产|批量生产|样机|样品|概念|研发|试生产|推广|应用|prototype|pilot|laboratory|lab scale|production|concept", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stage();

    [GeneratedRegex(@"^(?:(?:TRL|第)\s*-?\s*)?(?<digit>[0-9]{1,4}|[一二三四五六七八九])(?:\.0+)?\s*(?:级|LEVEL)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Level();
}
