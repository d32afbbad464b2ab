using System.Collections.Frozen;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>Columns in which only certain values may stand.</summary>
internal static class ChoiceText
{
    private static readonly FrozenDictionary<string, string> Visibilities = Index(
        "open/公开/全部公开/完全公开/所有人可见/是/public",
        "blind/盲/盲发/匿名/匿名公开/隐名/隐名公开/隐藏单位/anonymous",
        "private/保密/私密/不公开/内部/仅自己可见/仅平台可见/否/confidential");

    private static readonly FrozenDictionary<string, string> Languages = Index(
        "zh/中文/汉语/汉文/中/chinese/zhcn/zhhans",
        "en/英文/英语/英/english/engb/enus");

    private static readonly FrozenDictionary<string, string> Flags = Index("true/是/发布/yes/y/1/√/✓", "false/否/不发布/no/n/0");

    // 转让/许可, 许可或转让: what joins names inside one entry, tried only where the whole is no name.
    private static readonly char[] Conjunctions = ['/', '或', '和', '及', '与', '+'];

    /// <summary>Every way is welcome, or none is fixed yet: nothing that a match could be measured by.</summary>
    private static readonly HashSet<string> NoMode = new(StringComparer.OrdinalIgnoreCase) { "不限", "均可", "都可以", "面议", "待定", "协商", "any", "all", "negotiable", "tbd", "无", "-", "/" };

    public static Parsed<string?> Visibility(string text) => Visibilities.TryGetValue(HeadingText.Key(text), out var code)
        ? code
        : Unreadable.Value("visibility-unknown", text, "不是认识的公开方式。", "is no known visibility.", "请填写 公开、匿名 或 保密。", "Enter open, blind or private.");

    public static Parsed<string?> Language(string text) => Languages.TryGetValue(HeadingText.Key(text), out var code)
        ? code
        : Unreadable.Value("language-unknown", text, "不是支持的语言。", "is no supported language.", "请填写 中文 或 英文，或留空由系统识别。", "Enter zh or en, or leave it empty to have it found from the text.");

    public static Parsed<bool?> Flag(string text) => Flags.TryGetValue(text.Trim() is "√" or "✓" ? "1" : HeadingText.Key(text), out var code)
        ? code == "true"
        : Unreadable.Value("flag-unknown", text, "不是“是”或“否”。", "is neither yes nor no.", "请填写 是 或 否，或留空。", "Enter yes or no, or leave it empty.");

    public static Parsed<Guid?> Organisation(string text) => Guid.TryParse(text.Trim(), out var id)
        ? id
        : Unreadable.Value("organisation-invalid", text, "不是有效的单位 ID。", "is no valid organisation id.", "请填写平台上该单位的 ID（形如 3f2504e0-4f89-41d3-9a0c-0305e82c3301），或删除这一列。", "Enter the organisation's id on the platform (like 3f2504e0-4f89-41d3-9a0c-0305e82c3301), or delete the column.");

    public static Parsed<IReadOnlyList<string>?> Modes(string text, VocabularySet vocabularies)
    {
        var known = vocabularies.Find("cooperation-modes");
        var names = CellText.Terms(text, t => known?.Find(t) is not null);
        return Modes(names.Where(n => !NoMode.Contains(n)), vocabularies);
    }

    public static Parsed<IReadOnlyList<string>?> Modes(IEnumerable<string> names, VocabularySet vocabularies)
    {
        var known = vocabularies.Find("cooperation-modes");
        var codes = new List<string>();
        foreach (var name in names.SelectMany(n => CodeOf(n) is null ? n.Split(Conjunctions, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [n]))
        {
            var code = CodeOf(name);
            if (code is null)
            {
                var allowed = known?.Terms ?? [];
                return Unreadable.Value(
                    "cooperation-mode-unknown",
                    name,
                    "不是认识的合作方式。",
                    "is no known mode of cooperation.",
                    $"请填写：{string.Join("、", allowed.Select(t => t.Zh))}；多个用分号隔开。",
                    $"Enter one of: {string.Join(", ", allowed.Select(t => t.Code))}; separate several by semicolons.");
            }

            if (!codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return codes.Count == 0 ? default : new Parsed<IReadOnlyList<string>?>(codes, null);

        string? CodeOf(string name) => known?.Find(name)?.Code ?? (Codes.TryParse<CooperationMode>(name, out var mode) ? Codes.Of(mode) : null);
    }

    private static FrozenDictionary<string, string> Index(params string[] choices) => choices
        .SelectMany(c => c.Split('/').Select(alias => (Key: HeadingText.Key(alias), Code: c.Split('/')[0])))
        .Where(p => p.Key.Length > 0)
        .DistinctBy(p => p.Key)
        .ToFrozenDictionary(p => p.Key, p => p.Code, StringComparer.Ordinal);
}
