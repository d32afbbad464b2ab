using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TechBroker.Api.Imports.Writing;
using TechBroker.Domain;
using Text = TechBroker.Domain.Text;

namespace TechBroker.Api.Statistics;

/// <summary>A workbook whose cells are typed, so that a spreadsheet can go on calculating; its second sheet says what was asked for, and when.</summary>
internal static class StatisticBook
{
    private const uint General = 0, Bold = 1, Whole = 2, Hundredths = 3, Thousandths = 4, Day = 5, Time = 6, Decimal = 7;
    private const uint DayFormat = 164, TimeFormat = 165, ThousandthsFormat = 166, DecimalFormat = 167;

    public static void Write(Stream output, StatisticTable table, DateTimeOffset madeAt, bool english)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var data = workbook.AddNewPart<WorksheetPart>();
        Write(data, [.. table.Columns.Select(c => c.Heading.In(english))], table.Rows);
        var asked = workbook.AddNewPart<WorksheetPart>();
        IReadOnlyList<object?>[] rows =
        [
            [new Text("统计", "Statistic").In(english), table.Title.In(english)],
            .. table.Asked.Where(a => a.Value is not null).Select(a => new[] { a.Label.In(english), a.Value }),
            [new Text("生成时间（UTC）", "Made at (UTC)").In(english), madeAt],
        ];
        Write(asked, [new Text("项目", "Parameter").In(english), new Text("内容", "Value").In(english)], rows);
        workbook.Workbook = new Workbook(new Sheets(
            new Sheet { Name = table.Title.In(english), SheetId = 1, Id = workbook.GetIdOfPart(data) },
            new Sheet { Name = new Text("统计口径", "Parameters").In(english), SheetId = 2, Id = workbook.GetIdOfPart(asked) }));
    }

    private static void Write(WorksheetPart part, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        // Row by row: a document in memory of a hundred thousand lines would take a gigabyte.
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(new Column { Min = 1, Max = (uint)headings.Count, Width = 22, CustomWidth = true }));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(new Row(headings.Select(h => Words(h, Bold))));
        foreach (var row in rows)
        {
            writer.WriteElement(new Row(row.Select(CellOf)));
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new Cell(),
        Named named => Words(named.Name ?? named.Code ?? "", General),
        Minor minor => Number(Major(minor), Money.DigitsOf(minor.Currency) switch { 0 => Whole, 3 => Thousandths, _ => Hundredths }),
        long or int => Number(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), Whole),
        double number => Number(number.ToString("R", CultureInfo.InvariantCulture), Decimal),
        DateOnly day => Number(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString("R", CultureInfo.InvariantCulture), Day),
        DateTimeOffset time => Number(time.UtcDateTime.ToOADate().ToString("R", CultureInfo.InvariantCulture), Time),
        _ => Words((string)value, General),
    };

    // As decimal digits; a spreadsheet keeps fifteen of them.
    private static string Major(Minor minor) => Money.MajorOf(minor.Units, minor.Currency).ToString(CultureInfo.InvariantCulture);

    private static Cell Number(string digits, uint style) => new() { CellValue = new CellValue(digits), StyleIndex = style };

    private static Cell Words(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(XlsxBook.Escape(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy-mm-dd" },
            new NumberingFormat { NumberFormatId = TimeFormat, FormatCode = "yyyy-mm-dd hh:mm:ss" },
            new NumberingFormat { NumberFormatId = ThousandthsFormat, FormatCode = "#,##0.000" },
            new NumberingFormat { NumberFormatId = DecimalFormat, FormatCode = "0.0" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            Format(3),
            Format(4),
            Format(ThousandthsFormat),
            Format(DayFormat),
            Format(TimeFormat),
            Format(DecimalFormat)));

    private static CellFormat Format(uint id) => new() { NumberFormatId = id, ApplyNumberFormat = true };
}
