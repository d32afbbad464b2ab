namespace TechBroker.Contracts.Http;

/// <summary>What is wrong with, or noteworthy in, one cell of an imported file.</summary>
public sealed record ImportIssueBody
{
    /// <summary>Row number as the file shows it: the header is row 1; a JSONL line counts from 1.</summary>
    public required int Row { get; init; }

    /// <summary>Heading as it stands in the file.</summary>
    public string? Column { get; init; }

    /// <summary>error: the row was not imported; warning: it was.</summary>
    public required string Severity { get; init; }

    public required string Code { get; init; }

    public required string Message { get; init; }

    public required string Remedy { get; init; }
}
