using TechBroker.Api.Imports.Mapping;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Reading;

/// <summary>A CSV file: any of four delimiters, any encoding that Excel and WPS write.</summary>
internal sealed class CsvTable : TableFile
{
    private const string Delimiters = ",;\t|";

    private readonly Stream file;
    private readonly TextCoding coding;
    private readonly char delimiter;
    private readonly HeaderRow header;
    private readonly ImportLimits limits;

    private CsvTable(Stream file, TextCoding coding, char delimiter, HeaderRow header, ImportLimits limits)
        : base(TableFormat.Csv, header.Columns, [.. header.Notes()])
        => (this.file, this.coding, this.delimiter, this.header, this.limits) = (file, coding, delimiter, header, limits);

    public static Outcome<TableFile> Read(Stream file, ImportKind kind, ImportLimits limits, CancellationToken ct)
    {
        var coding = TextCoding.Of(file);

        // The delimiter is the one under which the most headings make sense.
        var tried = Delimiters.Select(d => (Delimiter: d, Top: Top(file, coding, d, limits))).ToList();
        var best = tried
            .Select(t => (t.Delimiter, Found: HeaderRow.Find(t.Top, kind, out var header, out var row), Row: header ?? row))
            .MaxBy(t => (t.Found, t.Row?.Known ?? 0, t.Row?.Columns.Count ?? 0));
        if (best.Row is null || !best.Found)
        {
            var binary = tried[0].Top.Any(r => r.Cells.Any(c => c.Contains('\0', StringComparison.Ordinal)));
            return binary
                ? FileFailures.NotATable("二进制内容", "binary content")
                : tried[0].Top.Any(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))) ? HeaderRow.Missing(best.Row, kind) : FileFailures.Empty();
        }

        if (best.Row.Fault(limits) is { } fault)
        {
            return fault;
        }

        var table = new CsvTable(file, coding, best.Delimiter, best.Row, limits);
        return table.Rows(ct).Any() ? table : FileFailures.Empty();
    }

    public override IEnumerable<SourceRow> Rows(CancellationToken ct)
    {
        using var reader = coding.Read(file);
        var records = new CsvRecords(reader, delimiter, limits.RecordLength);
        while (records.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (records.Number > header.Number && (records.Fault != CsvFault.None || !records.Cells.TrueForAll(string.IsNullOrWhiteSpace)))
            {
                yield return Row(records);
            }
        }
    }

    protected override void Dispose(bool disposing) => file.Dispose();

    private static List<(int Number, IReadOnlyList<string> Cells)> Top(Stream file, TextCoding coding, char delimiter, ImportLimits limits)
    {
        using var reader = coding.Read(file);
        var records = new CsvRecords(reader, delimiter, limits.RecordLength);
        var top = new List<(int, IReadOnlyList<string>)>();
        while (top.Count < limits.HeaderRows && records.Read())
        {
            top.Add((records.Number, [.. records.Cells.Select(Apostrophe.Undo)]));
        }

        return top;
    }

    private SourceRow Row(CsvRecords records)
    {
        if (records.Fault != CsvFault.None)
        {
            return new SourceRow(records.Number, records.Cells, [ImportIssue.At(records.Number, null, CsvComplaints.Of(records.Fault, limits))]) { Broken = true };
        }

        var cells = records.Cells.ConvertAll(Apostrophe.Undo);
        var extra = cells.Skip(Columns.Count).Any(c => !string.IsNullOrWhiteSpace(c));
        if (extra || cells.Count < Columns.Count)
        {
            return new SourceRow(records.Number, cells, [ImportIssue.At(records.Number, null, CsvComplaints.Ragged(cells.Count, Columns.Count))]) { Broken = true };
        }

        var issues = new List<ImportIssue>();
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Field != Field.Errors && CellFaults.Of(cells[i]) is { } fault)
            {
                issues.Add(ImportIssue.At(records.Number, Columns[i].Name, fault));
            }
        }

        return new SourceRow(records.Number, cells, issues);
    }
}
