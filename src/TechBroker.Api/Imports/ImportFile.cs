using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Imports.Reading;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports;

/// <summary>A file of listings or needs, read row by row into the bodies that HTTP takes. The way in for everything that imports.</summary>
internal sealed class ImportFile : IDisposable
{
    private ImportFile(TableFile table, ImportKind kind, VocabularySet vocabularies) =>
        (Table, Kind, Mapper) = (table, kind, new RowMapper(kind, table.Columns, vocabularies));

    public ImportKind Kind { get; }

    public TableFile Table { get; }

    public RowMapper Mapper { get; }

    /// <summary>Opens and looks through a file.</summary>
    /// <param name="file">Seekable. The import file closes it, also when it is refused.</param>
    /// <param name="fileName">As the person named it.</param>
    /// <param name="kind">What the rows are.</param>
    /// <param name="vocabularies">Regions, cooperation modes, rights and fields by name.</param>
    /// <param name="limits">How much of the file is believed.</param>
    /// <param name="ct">Looking through a large workbook takes seconds.</param>
    /// <returns>The file, or why it is refused as a whole.</returns>
    public static Outcome<ImportFile> Open(Stream file, string fileName, ImportKind kind, VocabularySet vocabularies, ImportLimits? limits = null, CancellationToken ct = default) =>
        TableFile.Open(file, fileName, kind, limits, ct).Is(out var table, out var refused) ? new ImportFile(table, kind, vocabularies) : refused;

    /// <summary>Rows in file order, lazily; a row that repeats or contradicts an earlier good one says so. Each call reads from the start.</summary>
    /// <param name="check">Adds what else is wrong with a row, before the row counts as good.</param>
    /// <param name="ct">Stops between rows.</param>
    public IEnumerable<MappedRow> Rows(Func<MappedRow, MappedRow>? check = null, CancellationToken ct = default)
    {
        var seen = new SeenRows(Mapper.ColumnOf(Field.Id));
        foreach (var row in Table.Rows(ct))
        {
            var mapped = Mapper.Map(row);
            yield return seen.Check(check?.Invoke(mapped) ?? mapped);
        }
    }

    public void Dispose() => Table.Dispose();
}
