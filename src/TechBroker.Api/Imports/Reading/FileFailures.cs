using TechBroker.Domain;

namespace TechBroker.Api.Imports.Reading;

/// <summary>Why a file as a whole is refused, and what to do about it.</summary>
internal static class FileFailures
{
    public static MarketError Empty() => Of(
        "file-empty",
        "文件中没有数据行。请在表头下面填写内容后重新上传。",
        "The file has no rows of data. Fill in rows below the header and upload it again.");

    public static MarketError NotATable(string zhWhat, string enWhat) => Of(
        "not-a-table",
        $"无法按表格读取该文件（{zhWhat}）。请另存为 Excel 工作簿（.xlsx）、CSV（UTF-8）或 JSONL 后重新上传。",
        $"The file cannot be read as a table ({enWhat}). Save it as an Excel workbook (.xlsx), CSV (UTF-8) or JSONL and upload it again.");

    public static MarketError JsonArray() => Of(
        "json-array",
        "文件是一个 JSON 数组。请改为 JSONL：每行一个对象，不要外层方括号和行尾逗号。",
        "The file is one JSON array. Make it JSONL: one object per line, without the outer brackets and the commas between lines.");

    public static MarketError OldExcel() => Of(
        "old-excel",
        "这是旧版 Excel 文件（.xls）。请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（.xlsx）”后重新上传。",
        "This is an Excel file of the old kind (.xls). Open it, save it as \"Excel Workbook (.xlsx)\" and upload it again.");

    public static MarketError Encrypted() => Of(
        "encrypted-workbook",
        "工作簿设有打开密码，无法读取。请取消密码保护后重新上传。",
        "The workbook is protected by a password. Remove the password and upload it again.");

    public static MarketError ZipBomb() => Of(
        "zip-bomb",
        "文件解压后的体积异常，已拒绝读取。请只保留需要导入的工作表（删除图片、附件和空白格式），或另存为 CSV 后重新上传。",
        "The file unpacks to an abnormal size and was not read. Keep only the sheet to be imported (no pictures, attachments, formatted empty areas), or save it as CSV, and upload it again.");

    public static MarketError Damaged(string detail) => Of(
        "file-damaged",
        $"文件已损坏或不完整（{detail}）。请在 Excel 或 WPS 中重新打开并另存，或重新下载后再上传。",
        $"The file is damaged or cut off ({detail}). Open it and save it anew, or download it again, and upload that.");

    public static MarketError TooManyColumns(int limit) => Of(
        "too-many-columns",
        $"表格超过 {limit} 列。请删除不需要导入的列后重新上传。",
        $"The table has more than {limit} columns. Delete those that are not to be imported and upload it again.");

    public static MarketError NoTitleColumn(IReadOnlyList<string> headings, ImportKind kind, bool looksLikeOther)
    {
        var seen = headings.Count == 0 ? ("无", "none") : (string.Join("、", headings.Take(12)), string.Join(", ", headings.Take(12)));
        var (zhName, enName) = kind == ImportKind.Listings ? ("成果名称", "title") : ("需求名称", "title");
        var (zhHint, enHint) = (looksLikeOther, kind) switch
        {
            (false, _) => (string.Empty, string.Empty),
            (_, ImportKind.Listings) => ("这个文件看起来是需求表，请确认导入类型。", " It looks like a file of needs; check the kind of import."),
            _ => ("这个文件看起来是成果表，请确认导入类型。", " It looks like a file of listings; check the kind of import."),
        };
        return Of(
            "no-title-column",
            $"没有找到标题列（读到的表头：{seen.Item1}）。请把标题所在列的表头改为“{zhName}”，或使用下载的模板。{zhHint}",
            $"No column holds the title (headings found: {seen.Item2}). Head that column \"{enName}\", or use the template.{enHint}");
    }

    public static MarketError SameColumnTwice(string first, string second) => Of(
        "same-column-twice",
        $"“{first}”和“{second}”两列含义相同，无法判断以哪一列为准。请只保留一列，或修改其中一列的表头后重新上传。",
        $"The columns \"{first}\" and \"{second}\" mean the same, so it is unclear which one counts. Keep one, or rename the other, and upload the file again.");

    private static MarketError Of(string code, string zh, string en) => new(code, ErrorKind.Rule, new Text(zh, en));
}
