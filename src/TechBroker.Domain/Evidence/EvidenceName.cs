using System.Globalization;

namespace TechBroker.Domain.Evidence;

/// <summary>A file's name as it may be shown and saved on any system: no path, nothing invisible, and an end that fits what is in it.</summary>
public static class EvidenceName
{
    private const int Longest = 120;

    // No Windows system takes these in a name.
    private const string Reserved = "<>:\"|?*";

    public static string Clean(string given, EvidenceFormat format)
    {
        // A form's writer escapes quotes with a backslash, which is no folder.
        var plain = given.Replace("\\\"", "'", StringComparison.Ordinal);
        var last = plain[(plain.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = new System.Text.StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(MayStand))
        {
            name.Append(rune);
        }

        var (stem, ending) = Split(name.ToString().Trim().Trim('.', ' '), format);
        stem = Shortened(stem, Longest - ending.Length).TrimEnd('.', ' ');
        return (stem.Length == 0 ? "file" : stem) + ending;
    }

    /// <summary>contract.exe that holds a PDF becomes contract.exe.pdf: whoever opens it gets what was checked.</summary>
    private static (string Stem, string Ending) Split(string name, EvidenceFormat format)
    {
        var ending = format.Endings().FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        return ending is null ? (name, format.Endings()[0]) : (name[..^ending.Length], ending);
    }

    // Format characters are those that turn the direction of text or are not seen at all: gpj.exe must not read as exe.jpg.
    private static bool MayStand(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && rune != System.Text.Rune.ReplacementChar && !Reserved.Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal);

    private static string Shortened(string text, int longest) =>
        text.Length <= longest ? text : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];
}
