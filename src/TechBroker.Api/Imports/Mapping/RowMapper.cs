using TechBroker.Api.Imports.Reading;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>From a row as it stands in the file to the body that HTTP would have received, with everything that is wrong in it at once.</summary>
internal sealed class RowMapper
{
    private const int MaxId = 64;

    private readonly ImportKind kind;
    private readonly IReadOnlyList<Column> columns;
    private readonly CellMapper cells;
    private readonly JsonMapper json;

    public RowMapper(ImportKind kind, IReadOnlyList<Column> columns, VocabularySet vocabularies)
    {
        (this.kind, this.columns) = (kind, columns);
        var regions = new RegionNames(vocabularies);
        (cells, json) = (new CellMapper(columns, vocabularies, regions), new JsonMapper(kind, vocabularies, regions));
    }

    public MappedRow Map(SourceRow row)
    {
        var draft = new RowDraft();
        var issues = new List<ImportIssue>(row.Issues);
        if (!row.Broken)
        {
            if (row.Json is { } line)
            {
                json.Map(row.Number, line, draft, issues);
            }
            else
            {
                cells.Map(row, draft, issues);
            }

            Check(row.Number, draft, issues);
        }

        var example = draft.Id is not null && ExampleRow.Ids.Contains(draft.Id);
        if (example)
        {
            issues.Add(ImportIssue.At(row.Number, ColumnOf(Field.Id), ExampleRow.Ignored));
        }

        return new MappedRow(row, RowKey.Of(kind, draft), issues)
        {
            ExternalId = draft.Id,
            Listing = kind == ImportKind.Listings ? draft.ToListing() : null,
            Need = kind == ImportKind.Needs ? draft.ToNeed() : null,
            Skipped = example,
        };
    }

    /// <summary>What the file calls a field, so that a later complaint can name the column.</summary>
    public string ColumnOf(Field field) => columns.FirstOrDefault(c => c.Field == field)?.Name ?? FieldNames.Of(field, kind);

    private void Check(int row, RowDraft draft, List<ImportIssue> issues)
    {
        var title = ColumnOf(Field.Title);
        if (string.IsNullOrWhiteSpace(draft.Title) && !issues.Exists(i => i.Column == title && i.Severity == Severity.Error))
        {
            issues.Add(ImportIssue.At(row, title, new Complaint(
                "title-missing",
                new("标题为空。", "The title is empty."),
                new("请填写标题；如果这一行不需要导入，请删除整行。", "Enter a title; if the row is not to be imported, delete it."))));
        }

        if (draft.Id is { Length: > MaxId })
        {
            issues.Add(ImportIssue.At(row, ColumnOf(Field.Id), new Complaint(
                "id-too-long",
                new($"编号超过 {MaxId} 个字符。", $"The id is longer than {MaxId} characters."),
                new("请缩短编号，或删除编号由系统按内容识别。", "Shorten it, or leave it out to have the row known by its content."))));
        }
    }
}
