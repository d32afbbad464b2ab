namespace TechBroker.Api.Imports;

/// <summary>How much of a file is believed before it is refused; the defaults hold the whole 200,000-row file of a province.</summary>
internal sealed record ImportLimits
{
    public static readonly ImportLimits Default = new();

    /// <summary>Headings in a table.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Characters of one CSV record, bytes of one JSONL line.</summary>
    public int RecordLength { get; init; } = 1024 * 1024;

    /// <summary>Bytes of all entries of an XLSX file together, inflated.</summary>
    public long InflatedBytes { get; init; } = 256L * 1024 * 1024;

    public int ZipEntries { get; init; } = 2_000;

    /// <summary>Inflated to packed bytes of one entry. Deflate reaches 1032; a sheet of styled empty cells some 100.</summary>
    public int ZipRatio { get; init; } = 250;

    /// <summary>Rows at the top among which the header row is looked for: people put a title and a date above it.</summary>
    public int HeaderRows { get; init; } = 10;
}
