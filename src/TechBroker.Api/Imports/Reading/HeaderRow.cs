using System.Diagnostics.CodeAnalysis;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Reading;

/// <summary>The row that names the columns: the one, among the first few, with the most headings that mean something.</summary>
internal sealed record HeaderRow(int Number, IReadOnlyList<Column> Columns)
{
    public int Known => Columns.Count(c => c.Field is not null);

    public bool HasTitle => Columns.Any(c => c.Field == Field.Title);

    /// <summary>False where none of the rows has a heading for the title; the best of them is given all the same.</summary>
    public static bool Find(IEnumerable<(int Number, IReadOnlyList<string> Cells)> top, ImportKind kind, [NotNullWhen(true)] out HeaderRow? header, out HeaderRow? best)
    {
        var rows = top.Select(r => new HeaderRow(r.Number, ColumnsOf(r.Cells, kind))).Where(r => r.Columns.Count > 0).ToList();
        header = rows.Where(r => r.HasTitle).MaxBy(r => r.Known);
        best = header ?? rows.MaxBy(r => (r.Known, r.Columns.Count(c => c.Heading.Length > 0)));
        return header is not null;
    }

    /// <summary>The columns may be used, or why not.</summary>
    public MarketError? Fault(ImportLimits limits)
    {
        if (Columns.Count > limits.Columns)
        {
            return FileFailures.TooManyColumns(limits.Columns);
        }

        var twice = Columns.Where(c => c.Field is not (null or Field.RunningNumber or Field.Errors)).GroupBy(c => c.Field).FirstOrDefault(g => g.Count() > 1);
        return twice?.ToList() is [var first, var second, ..] ? FileFailures.SameColumnTwice(Described(first), Described(second)) : null;

        // Two columns of the very same heading can be told apart by letter only.
        string Described(Column c) => twice.Count(o => o.Heading == c.Heading) > 1 ? $"{c.Name} ({Column.Letters(c.Index)})" : c.Name;
    }

    public IEnumerable<ImportIssue> Notes()
    {
        foreach (var column in Columns)
        {
            if (column.Field == Field.RunningNumber)
            {
                yield return ImportIssue.At(Number, column.Name, new Complaint(
                    "running-number-ignored",
                    new("序号只是行的顺序，不作为编号导入。", "A running number is the order of the rows and is not imported as an id."),
                    new("如需以后更新同一条记录，请另加“编号”列并填写固定编号。", "To update the same record later, add a column \"id\" with lasting ids."),
                    Severity.Warning));
            }
            else if (column.Field is null && column.Heading.Length > 0)
            {
                yield return ImportIssue.At(Number, column.Name, new Complaint(
                    "unknown-column",
                    new("不认识这个表头，该列不导入。", "The heading is not known; the column is not imported."),
                    new("如果这一列需要导入，请按模板修改表头；否则不必处理。", "If it is to be imported, head it as in the template; otherwise nothing needs to be done."),
                    Severity.Warning));
            }
        }
    }

    public static MarketError Missing(HeaderRow? best, ImportKind kind)
    {
        var other = kind == ImportKind.Listings ? ImportKind.Needs : ImportKind.Listings;
        var headings = best?.Columns.Where(c => c.Heading.Length > 0).Select(c => c.Name).ToList() ?? [];
        return FileFailures.NoTitleColumn(headings, kind, best?.Columns.Any(c => Headings.Find(other, c.Heading) == Field.Title) ?? false);
    }

    private static List<Column> ColumnsOf(IReadOnlyList<string> cells, ImportKind kind)
    {
        var count = cells.Count;
        while (count > 0 && string.IsNullOrWhiteSpace(cells[count - 1]))
        {
            count--;
        }

        return [.. Enumerable.Range(0, count).Select(i => new Column(i, cells[i].Trim(), Headings.Find(kind, cells[i])))];
    }
}
