using System.Globalization;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Reading;

/// <summary>What no cell may hold, whatever its column means.</summary>
internal static class CellFaults
{
    /// <summary>Stands for bytes that the file's encoding does not know; a noncharacter, so no honest text has it.</summary>
    public const char Undecodable = '\uFFFF';

    private static readonly HashSet<string> ErrorValues = new(StringComparer.OrdinalIgnoreCase)
    {
        "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!",
    };

    public static Complaint? Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Undecodable, '\uFFFD') >= 0)
        {
            return new Complaint(
                "undecodable-character",
                new("含有无法识别的字符（乱码）。", "It holds characters that cannot be decoded."),
                new("请重新输入这一格的内容，并把文件存为 UTF-8 编码。", "Enter the cell's text again and save the file as UTF-8."));
        }

        var at = PlainText.FirstFault(text);
        if (at >= 0)
        {
            var code = ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture);
            return char.IsSurrogate(text[at])
                ? new Complaint(
                    "broken-character",
                    new($"第 {at + 1} 个字符是残缺的 Unicode 字符（U+{code}）。", $"Character {at + 1} is half of a Unicode pair (U+{code})."),
                    new("请删除或重新输入该字符。", "Delete that character or enter it again."))
                : new Complaint(
                    "control-character",
                    new($"第 {at + 1} 个字符是不可见的控制字符（U+{code}）。", $"Character {at + 1} is an invisible control character (U+{code})."),
                    new("请删除该字符，或把内容粘贴为纯文本。", "Delete that character, or paste the text as plain text."));
        }

        // A file saved as CSV from a workbook with errors has them as text.
        return text.Length is > 3 and < 16 && text[0] == '#' && ErrorValues.Contains(text) ? ErrorValue(text) : null;
    }

    public static Complaint ErrorValue(string value) => new(
        "error-value",
        new($"单元格是公式错误值 {value}。", $"The cell shows the formula error {value}."),
        new("请修正公式，或直接填写正确的值。", "Mend the formula, or enter the value itself."));
}
