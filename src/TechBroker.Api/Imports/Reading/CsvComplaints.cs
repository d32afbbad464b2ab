namespace TechBroker.Api.Imports.Reading;

/// <summary>Why a CSV record could not be taken apart.</summary>
internal static class CsvComplaints
{
    public static Complaint Of(CsvFault fault, ImportLimits limits) => fault switch
    {
        CsvFault.UnclosedQuote => new(
            "unclosed-quote",
            new("引号没有配对，从这一行起找不到结束的引号。", "A quote opens in this row and is never closed."),
            new("请补上结束的英文双引号；单元格内容本身的双引号要写成两个。", "Close the quote; a quote inside a cell is written twice.")),
        CsvFault.TextAfterQuote => new(
            "text-after-quote",
            new("结束引号后面还有内容，无法判断单元格到哪里为止。", "There is text behind a closing quote, so it is unclear where the cell ends."),
            new("请检查这一行的双引号：单元格内容本身的双引号要写成两个。", "Check the quotes of this row; a quote inside a cell is written twice.")),
        _ => new(
            "row-too-long",
            new($"这一行超过 {limits.RecordLength:N0} 个字符。", $"The row is longer than {limits.RecordLength:N0} characters."),
            new("请缩短内容后重新导入这一行。", "Shorten it and import the row again.")),
    };

    public static Complaint Ragged(int cells, int columns) => new(
        "ragged-row",
        new($"这一行有 {cells} 个单元格，表头有 {columns} 列，内容可能已经错位。", $"The row has {cells} cells and the header {columns} columns; its values may stand in the wrong columns."),
        new("请补齐或删除多余的分隔符；内容中含有分隔符时，单元格要加英文双引号。", "Add or remove delimiters; a cell that contains the delimiter must be quoted."));
}
