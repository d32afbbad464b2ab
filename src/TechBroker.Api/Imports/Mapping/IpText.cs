using System.Text;
using System.Text.RegularExpressions;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>
/// Intellectual property in one cell, as it is usually written: "发明专利 ZL202310012345.6 已授权；软著 2021SR000001".
/// Nothing is thrown away: what cannot be understood stays as the number, with a warning.
/// </summary>
internal sealed partial class IpText(VocabularySet vocabularies)
{
    private static readonly char[] Decoration = [' ', '\t', '(', ')', '[', ']', ':', '：', '（', '）', '【', '】', '"', '“', '”', '.', '。', '-', '/', '为', '的'];
    private static readonly HashSet<string> Noise = new(StringComparer.OrdinalIgnoreCase) { "号", "专利号", "申请号", "登记号", "公开号", "证书号", "授权号", "no", "no.", "number", "项", "件", "等" };
    private static readonly HashSet<string> None = new(StringComparer.OrdinalIgnoreCase) { "无", "没有", "暂无", "none", "-", "/", "n/a" };

    private readonly Vocabulary? types = vocabularies.Find("ip-types");
    private readonly Vocabulary? statuses = vocabularies.Find("ip-statuses");

    public Parsed<IReadOnlyList<IpBody>?> Parse(string text)
    {
        if (None.Contains(text.Trim()))
        {
            return default;
        }

        var rights = new List<IpBody>();
        string? unclear = null;
        foreach (var part in Parts(text))
        {
            var (right, unknown) = Take(part);
            if (right is { Type: null, Number: null, Status: not null } && unknown.Length == 0 && rights is [.., { Status: null }])
            {
                // "ZL202310012345.6，已授权": the state belongs to the right before the comma.
                rights[^1] = rights[^1] with { Status = right.Status };
                continue;
            }

            if (unknown.Length > 0)
            {
                unclear ??= part;
                right = right with { Number = right.Number ?? part };
            }

            rights.Add(right with { Type = right.Type ?? Guess(right.Number) ?? rights.LastOrDefault()?.Type ?? "other" });
        }

        var complaint = unclear is null ? null : new Complaint(
            "ip-unclear",
            new Text($"“{Complaint.Quote(unclear)}”没有完全识别，已原样保留。", $"\"{Complaint.Quote(unclear)}\" was not fully understood and is kept as it is."),
            new Text("请按“类型 号码 状态”填写，多项用分号隔开，如“发明专利 ZL202310012345.6 已授权”。", "Write \"type number status\", several separated by semicolons, such as \"patent ZL202310012345.6 granted\"."),
            Severity.Warning);
        return new Parsed<IReadOnlyList<IpBody>?>(rights.Count == 0 ? null : rights, complaint);
    }

    /// <summary>Names that hold a separator, such as 生物、医药新品种, give way to their code first.</summary>
    private IReadOnlyList<string> Parts(string text)
    {
        text = Grouped().Replace(text, m => Spaces().Replace(m.Value.Replace(",", string.Empty, StringComparison.Ordinal), string.Empty));
        foreach (var term in types?.Terms ?? [])
        {
            text = term.Zh.Contains('、', StringComparison.Ordinal) ? text.Replace(term.Zh, term.Code, StringComparison.Ordinal) : text;
        }

        return CellText.List(text);
    }

    private (IpBody Right, string Unknown) Take(string part)
    {
        var rest = HeadingText.HalfWidth(part);
        string? number = null;
        if (Number().Match(rest) is { Success: true } match)
        {
            number = Spaces().Replace(match.Value, string.Empty);
            rest = string.Concat(rest.AsSpan(0, match.Index), " ", rest.AsSpan(match.Index + match.Length));
        }

        var type = Take(types, ref rest);
        var status = Take(statuses, ref rest);
        var words = rest.Split(Decoration, StringSplitOptions.RemoveEmptyEntries).Where(w => !Noise.Contains(w));
        return (new IpBody { Type = type, Number = number, Status = status }, string.Join(' ', words));
    }

    /// <summary>Takes the longest name, alias or code that stands in the text out of it.</summary>
    private static string? Take(Vocabulary? vocabulary, ref string text)
    {
        (int At, int Length, string? Code) best = (-1, 0, null);
        foreach (var term in vocabulary?.Terms ?? [])
        {
            foreach (var name in (IEnumerable<string>)[term.Code, term.Zh, term.En, .. term.Aliases])
            {
                var at = name.Length > best.Length ? text.IndexOf(name, StringComparison.OrdinalIgnoreCase) : -1;
                best = at >= 0 && IsWord(text, at, name) ? (at, name.Length, term.Code) : best;
            }
        }

        if (best.Code is not null)
        {
            text = new StringBuilder(text).Remove(best.At, best.Length).Insert(best.At, ' ').ToString();
        }

        return best.Code;
    }

    /// <summary>Latin names need an end on both sides: "patent" does not stand in "patentee".</summary>
    private static bool IsWord(string text, int at, string name) =>
        !char.IsAsciiLetter(name[0])
        || ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && (at + name.Length == text.Length || !char.IsAsciiLetter(text[at + name.Length])));

    /// <summary>What a number's shape says. In a Chinese patent number the digit behind the year is the kind (ZC 0006-2003).</summary>
    private static string? Guess(string? number)
    {
        var n = number?.ToUpperInvariant() ?? string.Empty;
        return n switch
        {
            _ when n.StartsWith("PCT", StringComparison.Ordinal) || n.StartsWith("WO", StringComparison.Ordinal) => "internationalApplication",
            _ when n.Contains("SR", StringComparison.Ordinal) => "softwareCopyright",
            _ when n.StartsWith("BS", StringComparison.Ordinal) => "chipLayout",
            _ when Kind().Match(n) is { Success: true } match => match.Groups[1].Value switch
            {
                "2" or "9" => "utilityModel",
                "3" => "designPatent",
                _ => "patent",
            },
            _ when n.StartsWith("CN", StringComparison.Ordinal) || n.StartsWith("US", StringComparison.Ordinal) || n.StartsWith("EP", StringComparison.Ordinal) => "patent",
            _ => null,
        };
    }

    /// <summary>Chinese patents, PCT and foreign publications, software registrations; else any word with at least five digits.</summary>
    [GeneratedRegex(@"ZL\s*(?:19|20)[0-9]{2}\s*[12389]\s*[0-9]{7}\s*\.\s*[0-9X]|PCT\s*/\s*[A-Z]{2}\s*[0-9]{2,4}\s*/\s*[0-9]{5,6}|(?:ZL|CN)\s*[0-9]{7,12}(?:\.[0-9X])?(?:[A-Z][0-9]?)?|[0-9]{4}\s*SR\s*[0-9]{5,7}|(?<![A-Z0-9])[A-Z]{0,4}[-.]?[0-9](?:[A-Z/.-]*[0-9]){4,}(?:[A-Z][0-9]?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:ZL|CN)?(?:(?:19|20)[0-9]{2}|[0-9]{2})([12389])(?:[0-9]{7}|[0-9]{5})(?:\.[0-9X])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    /// <summary>US10,123,456: the commas belong to the number.</summary>
    [GeneratedRegex(@"US\s*[0-9]{1,2},[0-9]{3},[0-9]{3}(?:\s*[AB][12])?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
