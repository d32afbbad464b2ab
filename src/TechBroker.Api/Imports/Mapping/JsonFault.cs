using TechBroker.Domain;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>What can be wrong with a property of a JSONL line.</summary>
internal static class JsonFault
{
    public static Complaint WrongType(Text expected) => new(
        "json-wrong-type",
        new($"类型不对，这里应为{expected.Zh}。", $"It has the wrong type; {expected.En} is expected."),
        new($"请改为{expected.Zh}，或删除该属性。", $"Make it {expected.En}, or remove the property."));

    public static Complaint Unknown(string name, string? meant) => new(
        "unknown-property",
        new($"不认识属性“{Complaint.Quote(name)}”。", $"The property \"{Complaint.Quote(name)}\" is not known."),
        meant is null
            ? new("请删除该属性，或改为接口文档中的名称。", "Remove it, or use a name from the API documentation.")
            : new($"是否应为“{meant}”？请修改名称或删除该属性。", $"Did you mean \"{meant}\"? Rename or remove it."));

    public static Complaint BadPart(string name) => new(
        "json-wrong-type",
        new($"其中的“{Complaint.Quote(name)}”不认识，或取值不对。", $"Its property \"{Complaint.Quote(name)}\" is not known or has a wrong value."),
        new("金额用 currency（三个大写字母）和 minorUnits（非负整数，以分计）；知识产权用 type、number、status（字符串）。", "An amount has currency (three capital letters) and minorUnits (a whole number of cents, not negative); a right has type, number and status (strings)."));

    public static readonly Complaint Duplicate = new(
        "duplicate-property",
        new("同一行中出现了两次。", "It occurs twice in the line."),
        new("请只保留一个。", "Keep one of them."));

    public static readonly Complaint BrokenCharacter = new(
        "broken-character",
        new("含有残缺的 Unicode 字符（不成对的 \\ud800–\\udfff）。", "It holds half of a Unicode pair (a lone \\ud800–\\udfff)."),
        new("请删除该字符，或写成完整的一对。", "Delete it, or write the whole pair."));

    /// <summary>An escape of half a surrogate pair anywhere in valid JSON text; the parser lets it pass and then cannot give the string out.</summary>
    public static bool HasLoneSurrogate(ReadOnlySpan<char> json)
    {
        for (var at = json.IndexOf('\\'); at >= 0 && at + 1 < json.Length;)
        {
            var code = Escape(json[at..]);
            if (char.IsLowSurrogate(code) || (char.IsHighSurrogate(code) && !char.IsLowSurrogate(Escape(json[(at + 6)..]))))
            {
                return true;
            }

            at += char.IsHighSurrogate(code) ? 12 : 2;
            var next = at < json.Length ? json[at..].IndexOf('\\') : -1;
            at = next < 0 ? -1 : at + next;
        }

        return false;
    }

    /// <summary>The nearest known name, by meaning (a heading such as 标题) or by spelling.</summary>
    public static string? Meant(string name, ImportKind kind)
    {
        if (Headings.Find(kind, name) is { } field and not (Field.RunningNumber or Field.Errors))
        {
            return FieldNames.Of(field, kind);
        }

        return FieldNames.For(kind).Keys.Where(k => k[0] != '_').Select(k => (Name: k, Distance: Distance(k, name))).Where(k => k.Distance <= 2).OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal).FirstOrDefault().Name;
    }

    private static char Escape(ReadOnlySpan<char> text) =>
        text is ['\\', 'u', _, _, _, _, ..] && ushort.TryParse(text[2..6], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) ? (char)code : '\0';

    /// <summary>Levenshtein, letter case aside. Long names are not near any of ours.</summary>
    private static int Distance(string a, string b)
    {
        if (b.Length > 32)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
