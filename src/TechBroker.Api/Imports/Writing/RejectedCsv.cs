using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Imports.Reading;

namespace TechBroker.Api.Imports.Writing;

/// <summary>Rejected rows of a table: its own columns and one for the errors, which the reader knows and passes over.</summary>
internal sealed class RejectedCsv : RejectedFile
{
    private readonly StreamWriter writer;
    private readonly int width;
    private readonly int errors;
    private readonly bool english;

    public RejectedCsv(Stream output, TableFile source, bool english)
    {
        this.english = english;
        writer = Writer(output, bom: true);
        var headings = source.Columns.Select(c => c.Heading).ToList();

        // A file that was rejected before has the column already.
        errors = source.Columns.FirstOrDefault(c => c.Field == Field.Errors)?.Index ?? headings.Count;
        if (errors == headings.Count)
        {
            headings.Add(english ? "errors" : "错误");
        }

        width = headings.Count;
        CsvText.WriteRecord(writer, headings);
    }

    public override void Add(MappedRow row)
    {
        var sentences = string.Join(english ? " " : string.Empty, Sentences(row, english));
        CsvText.WriteRecord(writer, row.Source.Broken ? Broken(row.Source.Cells, sentences) : Whole(row.Source.Cells, sentences));
    }

    protected override void Dispose(bool disposing) => writer.Dispose();

    private IEnumerable<string> Whole(IReadOnlyList<string> cells, string sentences) =>
        Enumerable.Range(0, width).Select(i => i == errors ? sentences : i < cells.Count ? cells[i] : string.Empty);

    /// <summary>
    /// Values that may stand in the wrong columns must not slip through when nobody mends them, so the row keeps a number of cells
    /// that is not the header's.
    /// </summary>
    private string[] Broken(IReadOnlyList<string> cells, string sentences)
    {
        string[] all = cells.Count >= width ? [.. cells.Take(errors), sentences, .. cells.Skip(errors)] : [.. cells, sentences];
        return all.Length == width ? [.. all, "!"] : all;
    }
}
