using System.Text.Json;

namespace TechBroker.Api.Imports.Reading;

/// <summary>
/// One row as it stands in the file. <see cref="Number"/> is what the person sees: the header of a table is counted,
/// a JSONL line counts from 1.
/// </summary>
/// <param name="Number">Row or line number.</param>
/// <param name="Cells">Values in the order of the table's columns; empty for JSONL.</param>
/// <param name="Issues">What was found while reading, before anything is known of the values' meaning.</param>
internal sealed record SourceRow(int Number, IReadOnlyList<string> Cells, IReadOnlyList<ImportIssue> Issues)
{
    /// <summary>The object of a JSONL line.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>The line of a JSONL file; null where it was too long to be kept.</summary>
    public string? Line { get; init; }

    /// <summary>The row could not be taken apart, so its values would only produce further complaints.</summary>
    public bool Broken { get; init; }
}
