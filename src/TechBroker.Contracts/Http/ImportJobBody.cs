namespace TechBroker.Contracts.Http;

/// <summary>An import and how far it is.</summary>
public sealed record ImportJobBody
{
    public required Guid Id { get; init; }

    /// <summary>listings or needs.</summary>
    public required string Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>queued, running, done or failed.</summary>
    public required string State { get; init; }

    public required bool DryRun { get; init; }

    /// <summary>Rows in the file; null until it has been read.</summary>
    public int? Rows { get; init; }

    public required int Processed { get; init; }

    public required int Created { get; init; }

    public required int Updated { get; init; }

    public required int Unchanged { get; init; }

    public required int Rejected { get; init; }

    /// <summary>Why the whole file was refused.</summary>
    public string? Failure { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The first hundred; all of them at /imports/{id}/errors.</summary>
    public required IReadOnlyList<ImportIssueBody> Errors { get; init; }

    /// <summary>Path of a file with the rejected rows, ready to be mended and imported again.</summary>
    public string? RejectedFile { get; init; }
}
