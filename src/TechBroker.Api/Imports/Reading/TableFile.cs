using TechBroker.Domain;

namespace TechBroker.Api.Imports.Reading;

/// <summary>
/// A file of rows that has been looked at and found readable. Rows are read lazily and as often as asked; reading is synchronous,
/// because the file is local and the parsers underneath are.
/// </summary>
internal abstract class TableFile(TableFormat format, IReadOnlyList<Column> columns, IReadOnlyList<ImportIssue> notes) : IDisposable
{
    private int? rows;

    public TableFormat Format { get; } = format;

    /// <summary>Empty for JSONL, whose lines name their values themselves.</summary>
    public IReadOnlyList<Column> Columns { get; } = columns;

    /// <summary>Warnings about the file as a whole.</summary>
    public IReadOnlyList<ImportIssue> Notes { get; } = notes;

    /// <summary>Finds out what a file is, by its content first and its name second.</summary>
    /// <param name="file">Seekable, because the content is looked at more than once; closed with the table, or at once when it is refused.</param>
    /// <param name="fileName">As the person named it; only its extension is used.</param>
    /// <param name="kind">Decides which headings are known.</param>
    /// <param name="limits">How much is believed.</param>
    /// <param name="ct">Looking at a large workbook takes seconds.</param>
    /// <returns>The table, or why the file as a whole cannot be read.</returns>
    public static Outcome<TableFile> Open(Stream file, string fileName, ImportKind kind, ImportLimits? limits = null, CancellationToken ct = default)
    {
        limits ??= ImportLimits.Default;
        Outcome<TableFile> opened = FileFailures.Empty();
        try
        {
            opened = FileSignature.Of(file, fileName).Is(out var found, out var refused)
                ? found switch
                {
                    FileSignature.Content.Workbook => XlsxTable.Read(file, kind, limits, ct),
                    FileSignature.Content.JsonLines => JsonlTable.Read(file, limits),
                    _ => CsvTable.Read(file, kind, limits, ct),
                }
                : refused;
            return opened;
        }
        finally
        {
            if (opened.Value is null)
            {
                file.Dispose();
            }
        }
    }

    public abstract IEnumerable<SourceRow> Rows(CancellationToken ct);

    /// <summary>Rows that <see cref="Rows"/> will give. Reads the file once, without mapping: a fraction of the import's time.</summary>
    public int CountRows(CancellationToken ct) => rows ??= Rows(ct).Count();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
