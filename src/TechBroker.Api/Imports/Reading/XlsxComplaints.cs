using TechBroker.Api.Imports.Mapping;

namespace TechBroker.Api.Imports.Reading;

/// <summary>What is wrong with, or noteworthy in, a sheet and its cells.</summary>
internal static class XlsxComplaints
{
    public static Complaint? Of(XlsxCell cell, Column column) => (cell.State, column) switch
    {
        (_, { Field: Field.Errors }) => null,
        (XlsxCellState.Error, _) => CellFaults.ErrorValue(cell.Text),
        _ when CellFaults.Of(cell.Text) is { } fault => fault,
        (_, { Heading: "" }) when !string.IsNullOrWhiteSpace(cell.Text) => new Complaint(
            "value-without-heading",
            new("这一格有内容，但所在列没有表头，不导入。", "The cell has a value, but its column has no heading; it is not imported."),
            new("如果需要导入，请为该列填写表头。", "If it is to be imported, give the column a heading."),
            Severity.Warning),
        (_, { Field: null or Field.RunningNumber }) => null,
        (XlsxCellState.Formula, _) => new Complaint(
            "formula",
            new($"单元格是公式，按文件中保存的结果“{Complaint.Quote(cell.Text)}”导入。", $"The cell is a formula; its stored result \"{Complaint.Quote(cell.Text)}\" was taken."),
            new("请核对结果；如不正确，请改为直接填写数值。", "Check it; if it is wrong, enter the value itself."),
            Severity.Warning),
        (XlsxCellState.FormulaWithoutResult, _) => new Complaint(
            "formula-without-result",
            new("单元格是公式，但文件中没有保存计算结果。", "The cell is a formula whose result is not stored in the file."),
            new("请在 Excel 或 WPS 中打开文件并保存一次，或直接填写数值。", "Open and save the file in Excel or WPS once, or enter the value itself.")),
        _ => null,
    };

    public static IEnumerable<ImportIssue> Merged((int Row, int Column)? area, HeaderRow header)
    {
        if (area is { } merged && merged.Row > header.Number)
        {
            var column = header.Columns.FirstOrDefault(c => c.Index == merged.Column)?.Name ?? Column.Letters(merged.Column);
            yield return ImportIssue.At(merged.Row, column, new Complaint(
                "merged-cells",
                new("有跨行合并的单元格，只有第一行取得到内容，其余各行为空。", "Cells are merged over several rows; only the first of them has the value, the others are empty."),
                new("请取消合并，并在每一行填写内容。", "Unmerge them and fill in every row."),
                Severity.Warning));
        }
    }

    public static ImportIssue SheetNotRead(string sheet, HeaderRow header) => ImportIssue.At(header.Number, null, new Complaint(
        "sheet-not-read",
        new($"工作表“{Complaint.Quote(sheet)}”也像是数据表，但只导入了第一个工作表。", $"The sheet \"{Complaint.Quote(sheet)}\" looks like data too, but only the first one is imported."),
        new("请把它的内容移到第一个工作表，或另存为单独的文件再导入。", "Move its rows to the first sheet, or import it as a file of its own."),
        Severity.Warning));
}
