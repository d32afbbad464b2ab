using System.Globalization;
using System.Xml;

namespace TechBroker.Api.Imports.Reading;

/// <summary>A cell of a sheet: what it shows, and what is noteworthy about where that comes from.</summary>
internal readonly record struct XlsxCell(int Column, string Text, XlsxCellState State);

internal enum XlsxCellState
{
    Plain,

    /// <summary>The text is what the formula gave when the workbook was last saved.</summary>
    Formula,

    /// <summary>The formula's result was never stored.</summary>
    FormulaWithoutResult,
    Error,
}

/// <summary>Reads the rows of a sheet one by one, hidden ones included; rows without a value are left out.</summary>
internal sealed class XlsxRows(XlsxWorkbook workbook, string entry)
{
    /// <summary>Where the first area begins that is merged over several rows, of which only the first has a value. Known once all rows are read.</summary>
    public (int Row, int Column)? Merged { get; private set; }

    public IEnumerable<(int Number, List<XlsxCell> Cells)> Read()
    {
        using var stream = workbook.OpenEntry(entry);
        if (stream is null)
        {
            yield break;
        }

        using var xml = XlsxXml.Open(stream);
        var number = 0;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("row" or "mergeCell"))
            {
                xml.Read();
            }
            else if (xml.LocalName == "mergeCell")
            {
                NoteMerge(xml.GetAttribute("ref"));
                xml.Read();
            }
            else
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var r) ? r : number + 1;
                var cells = ReadRow(xml);
                if (cells.Count > 0)
                {
                    yield return (number, cells);
                }
            }
        }
    }

    private List<XlsxCell> ReadRow(XmlReader xml)
    {
        var cells = new List<XlsxCell>();
        var empty = xml.IsEmptyElement;
        var depth = xml.Depth;
        xml.Read();
        var column = -1;
        while (!empty && (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                xml.Read();
                continue;
            }

            column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            if (ReadCell(xml, column) is { } cell)
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    private XlsxCell? ReadCell(XmlReader xml, int column)
    {
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : -1;
        string? value = null, inline = null;
        var formula = false;
        var empty = xml.IsEmptyElement;
        var depth = xml.Depth;
        xml.Read();
        while (!empty && (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth))
        {
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : null)
            {
                case "v":
                    value = xml.ReadElementContentAsString();
                    break;
                case "is":
                    inline = XlsxXml.Text(xml);
                    break;
                case "f":
                    formula = true;
                    xml.Skip();
                    break;
                default:
                    xml.Read();
                    break;
            }
        }

        if (value is null && inline is null)
        {
            return formula ? new XlsxCell(column, string.Empty, XlsxCellState.FormulaWithoutResult) : null;
        }

        var text = inline ?? Show(value!, type, style);
        var state = type == "e" ? XlsxCellState.Error : formula ? XlsxCellState.Formula : XlsxCellState.Plain;
        return text.Length == 0 ? null : new XlsxCell(column, text, state);
    }

    private string Show(string value, string? type, int style) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < workbook.Strings.Count
            ? workbook.Strings[index]
            : throw new XmlException("A cell refers to a text that is not there."),
        "b" => value == "1" ? "TRUE" : "FALSE",
        "str" or "inlineStr" => XlsxXml.Unescape(value),
        "e" or "d" => value,
        _ => XlsxNumber.Show(value, workbook.Formats.Of(style), workbook.From1904),
    };

    /// <summary>Only areas of more than one row matter: what is merged sideways is a title or a wide cell.</summary>
    private void NoteMerge(string? area)
    {
        if (Merged is null && area?.Split(':') is [var from, var to] && RowOf(from) is { } first && RowOf(to) is { } last && last > first)
        {
            Merged = (first, ColumnOf(from) ?? 0);
        }
    }

    private static int? RowOf(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    /// <summary>C7 is column 2. No sheet has more than three letters.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        var letters = 0;
        foreach (var c in reference ?? string.Empty)
        {
            if (c is < 'A' or > 'Z')
            {
                break;
            }

            column = (column * 26) + (c - 'A' + 1);
            letters++;
        }

        return letters is > 0 and <= 3 ? column - 1 : null;
    }
}
