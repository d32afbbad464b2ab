using System.IO.Compression;
using System.Xml;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Reading;

/// <summary>
/// The first visible sheet of a workbook whose header is known. The whole sheet is read once before it is offered, so that a damaged
/// file is refused before any of its rows is imported.
/// </summary>
internal sealed class XlsxTable : TableFile
{
    private readonly Stream file;
    private readonly ZipArchive archive;
    private readonly XlsxRows rows;
    private readonly HeaderRow header;

    private XlsxTable(Stream file, ZipArchive archive, XlsxRows rows, HeaderRow header, IReadOnlyList<ImportIssue> notes)
        : base(TableFormat.Xlsx, header.Columns, notes)
        => (this.file, this.archive, this.rows, this.header) = (file, archive, rows, header);

    public static Outcome<TableFile> Read(Stream file, ImportKind kind, ImportLimits limits, CancellationToken ct)
    {
        ZipArchive? archive = null;
        XlsxTable? table = null;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (ZipGuard.Check(archive, limits, ct) is { } bomb)
            {
                return bomb;
            }

            if (XlsxWorkbook.Read(archive) is not { } workbook)
            {
                return FileFailures.NotATable("不是 .xlsx 工作簿", "not an .xlsx workbook");
            }

            if (!Choose(workbook, kind, limits).Is(out var sheet, out var refused))
            {
                return refused;
            }

            var reader = new XlsxRows(workbook, sheet.Part.Entry);
            var probe = new XlsxTable(file, archive, reader, sheet.Header, []);
            if (probe.CountRows(ct) == 0)
            {
                return FileFailures.Empty();
            }

            var notes = sheet.Header.Notes().Concat(XlsxComplaints.Merged(reader.Merged, sheet.Header)).Concat(sheet.Others.Select(o => XlsxComplaints.SheetNotRead(o, sheet.Header)));
            return table = new XlsxTable(file, archive, reader, sheet.Header, [.. notes]);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            return FileFailures.Damaged("ZIP");
        }
        catch (XmlException e)
        {
            return FileFailures.Damaged($"XML {e.LineNumber}:{e.LinePosition}");
        }
        finally
        {
            if (table is null)
            {
                archive?.Dispose();
            }
        }
    }

    public override IEnumerable<SourceRow> Rows(CancellationToken ct)
    {
        foreach (var (number, cells) in rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (number > header.Number && cells.Exists(c => !string.IsNullOrWhiteSpace(c.Text) || c.State != XlsxCellState.Plain))
            {
                yield return Row(number, cells);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        archive.Dispose();
        file.Dispose();
    }

    private static Outcome<Chosen> Choose(XlsxWorkbook workbook, ImportKind kind, ImportLimits limits)
    {
        Chosen? chosen = null;
        HeaderRow? nearest = null;
        var others = new List<string>();
        var anything = false;
        foreach (var part in workbook.Sheets)
        {
            var top = new XlsxRows(workbook, part.Entry).Read().TakeWhile(r => r.Number <= limits.HeaderRows).Select(r => (r.Number, (IReadOnlyList<string>)Line(r.Cells))).ToList();
            anything |= top.Count > 0;
            if (!HeaderRow.Find(top, kind, out var header, out var best))
            {
                nearest ??= best;
            }
            else if (chosen is null)
            {
                chosen = new Chosen(part, header, others);
            }
            else if (header.Known > 1)
            {
                // One known word may stand in any notes; two in one row are a table.
                others.Add(part.Name);
            }
        }

        return chosen is null ? anything ? HeaderRow.Missing(nearest, kind) : FileFailures.Empty() : chosen.Header.Fault(limits) is { } fault ? fault : chosen;
    }

    private static string[] Line(List<XlsxCell> cells)
    {
        var line = new string[cells.Count == 0 ? 0 : cells.Max(c => c.Column) + 1];
        Array.Fill(line, string.Empty);
        foreach (var cell in cells)
        {
            line[cell.Column] = cell.Text;
        }

        return line;
    }

    private SourceRow Row(int number, List<XlsxCell> cells)
    {
        var line = new string[Columns.Count];
        Array.Fill(line, string.Empty);
        var issues = new List<ImportIssue>();
        foreach (var cell in cells)
        {
            var column = cell.Column < Columns.Count ? Columns[cell.Column] : new Column(cell.Column, string.Empty, null);
            if (cell.Column < Columns.Count)
            {
                line[cell.Column] = cell.Text;
            }

            if (XlsxComplaints.Of(cell, column) is { } complaint)
            {
                issues.Add(ImportIssue.At(number, column.Name, complaint));
            }
        }

        return new SourceRow(number, line, issues);
    }

    private sealed record Chosen(XlsxSheetPart Part, HeaderRow Header, IReadOnlyList<string> Others);
}
