using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TechBroker.Api.Imports.Reading;

namespace TechBroker.Api.Imports.Writing;

/// <summary>A drop-down below a heading. <see cref="Only"/>: nothing else may be entered; otherwise the list is a suggestion.</summary>
internal sealed record XlsxList(int Column, IReadOnlyList<string> Values, bool Only);

/// <summary>A sheet of text: a bold, frozen header and rows.</summary>
internal sealed record XlsxSheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>In characters, per column.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [];

    public IReadOnlyList<XlsxList> Lists { get; init; } = [];
}

/// <summary>Writes a workbook whose cells are all text.</summary>
internal static class XlsxBook
{
    private const uint Bold = 1;
    private const uint AsText = 2;

    // Excel takes a list written into the rule up to this length.
    private const int LongestList = 255;

    public static void Write(Stream output, params IReadOnlyList<XlsxSheet> sheets)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var list = workbook.Workbook.AppendChild(new Sheets());
        foreach (var sheet in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = Worksheet(sheet);
            list.Append(new Sheet { Name = sheet.Name, SheetId = (uint)list.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
        }
    }

    private static Worksheet Worksheet(XlsxSheet sheet)
    {
        var worksheet = new Worksheet(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        if (sheet.Widths.Count > 0)
        {
            worksheet.Append(new Columns(sheet.Widths.Select((w, i) => new DocumentFormat.OpenXml.Spreadsheet.Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = w,
                CustomWidth = true,

                // As text, or Excel turns 0012 into 12 and 2027-03 into a day.
                Style = AsText,
            })));
        }

        worksheet.Append(new SheetData([Row(1, sheet.Headings, Bold), .. sheet.Rows.Select((r, i) => Row((uint)i + 2, r, AsText))]));
        var lists = sheet.Lists.Select(List).OfType<DataValidation>().ToList();
        if (lists.Count > 0)
        {
            worksheet.Append(new DataValidations(lists) { Count = (uint)lists.Count });
        }

        return worksheet;
    }

    private static Row Row(uint number, IReadOnlyList<string> values, uint style) => new(values.Select((value, i) => new Cell
    {
        CellReference = Reading.Column.Letters(i) + number,
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(Escape(value)) { Space = SpaceProcessingModeValues.Preserve }),
    }))
    { RowIndex = number };

    private static DataValidation? List(XlsxList list)
    {
        var joined = string.Join(',', list.Values.Select(v => v.Replace("\"", "\"\"", StringComparison.Ordinal)));
        if (joined.Length > LongestList || list.Values.Any(v => v.Contains(',', StringComparison.Ordinal)))
        {
            return null;
        }

        var column = Reading.Column.Letters(list.Column);
        return new DataValidation(new Formula1($"\"{joined}\""))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = list.Only,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{column}2:{column}1048576" },
        };
    }

    /// <summary>Characters that XML cannot hold, and text that looks like their escape, in the notation of ECMA-376 part 1, 22.9.2.19.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var escape = text[i] is '\r' || (char.IsControl(text[i]) && text[i] is not ('\t' or '\n')) || (text[i] == '_' && XlsxXml.Unescape(text[i..Math.Min(text.Length, i + 7)]).Length == 1);
            _ = escape ? result.Append($"_x{(int)text[i]:X4}_") : result.Append(text[i]);
        }

        return result.ToString();
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { NumberFormatId = 49, ApplyNumberFormat = true, ApplyAlignment = true }));
}
