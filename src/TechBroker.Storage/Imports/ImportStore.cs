using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Imports;

/// <summary>An import as it stands in the database; counts are rows of the file.</summary>
public sealed record ImportJob
{
    public required Guid Id { get; init; }

    /// <summary>listings or needs.</summary>
    public required string Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>queued, running, done or failed.</summary>
    public required string State { get; init; }

    public required bool DryRun { get; init; }

    public required bool Publish { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>Who brought the file.</summary>
    public Guid? PostedBy { get; init; }

    /// <summary>Whether rows of other organisations are refused.</summary>
    public bool OwnOnly { get; init; }

    public int? Rows { get; init; }

    /// <summary>Rows dealt with and committed, in file order: where a broken import goes on.</summary>
    public int Processed { get; init; }

    public int Created { get; init; }

    public int Updated { get; init; }

    public int Unchanged { get; init; }

    public int Rejected { get; init; }

    /// <summary>Why the whole file was refused, in both languages.</summary>
    public string? Failure { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>What is wrong in one place of an imported file.</summary>
public sealed record StoredIssue
{
    public long Seq { get; init; }

    public required Guid JobId { get; init; }

    public required int RowNumber { get; init; }

    public string? ColumnName { get; init; }

    /// <summary>error or warning.</summary>
    public required string Severity { get; init; }

    public required string Code { get; init; }

    public required string MessageZh { get; init; }

    public required string MessageEn { get; init; }

    public required string RemedyZh { get; init; }

    public required string RemedyEn { get; init; }
}

/// <summary>Imports and their issues in the database.</summary>
public static class ImportStore
{
    private const string Columns =
        "Id, Kind, FileName, State, DryRun, Publish, OrganisationId, PostedBy, OwnOnly, Rows, Processed, Created, Updated, Unchanged, Rejected, Failure, CreatedAt, FinishedAt";

    public static async Task InsertAsync(WriteSession session, ImportJob job)
    {
        await session.RunAsync(
            $"""
            INSERT INTO ImportJob ({Columns})
            VALUES (@Id, @Kind, @FileName, @State, @DryRun, @Publish, @OrganisationId, @PostedBy, @OwnOnly, @Rows, @Processed, @Created,
                    @Updated, @Unchanged, @Rejected, @Failure, @CreatedAt, @FinishedAt)
            """,
            job);
        RecordStart(session, job);
    }

    /// <summary>Enters an accepted import into the audit record, whether or not it has a row of its own.</summary>
    public static void RecordStart(WriteSession session, ImportJob job) =>
        session.Record("import.started", "import", job.Id, new { job.Kind, job.DryRun });

    public static Task UpdateAsync(WriteSession session, ImportJob job) => session.RunAsync(
        """
        UPDATE ImportJob
           SET State = @State, Rows = @Rows, Processed = @Processed, Created = @Created, Updated = @Updated, Unchanged = @Unchanged,
               Rejected = @Rejected, Failure = @Failure, FinishedAt = @FinishedAt
         WHERE Id = @Id
        """,
        job);

    public static Task<ImportJob?> FindAsync(SqlSession session, Guid id) =>
        session.FirstAsync<ImportJob>($"SELECT {Columns} FROM ImportJob WHERE Id = @id", new { id });

    /// <summary>The oldest that is neither done nor failed: also one that the process before this one left behind.</summary>
    public static Task<ImportJob?> NextAsync(SqlSession session) =>
        session.FirstAsync<ImportJob>(
            $"SELECT {Columns} FROM ImportJob WHERE State IN ('queued', 'running') ORDER BY CreatedAt, Id{session.Dialect.Limit}", new { Limit = 1 });

    /// <summary>Newest first, from below the given place; only a person's and their organisation's where one is named.</summary>
    public static Task<IReadOnlyList<ImportJob>> PageAsync(SqlSession session, (Guid AccountId, Guid? OrganisationId)? of, DateTimeOffset? before, Guid? beforeId, int limit) =>
        session.ListAsync<ImportJob>(
            $"""
            SELECT {Columns} FROM ImportJob
             WHERE (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
               AND (@account IS NULL OR PostedBy = @account OR OrganisationId = @organisation)
             ORDER BY CreatedAt DESC, Id DESC{session.Dialect.Limit}
            """,
            new { before, beforeId, account = of?.AccountId, organisation = of?.OrganisationId, Limit = limit });

    public static Task AddIssuesAsync(WriteSession session, IReadOnlyCollection<StoredIssue> issues) => issues.Count == 0
        ? Task.CompletedTask
        : session.RunAsync(
            """
            INSERT INTO ImportIssue (JobId, RowNumber, ColumnName, Severity, Code, MessageZh, MessageEn, RemedyZh, RemedyEn)
            VALUES (@JobId, @RowNumber, @ColumnName, @Severity, @Code, @MessageZh, @MessageEn, @RemedyZh, @RemedyEn)
            """,
            issues);

    /// <summary>In the order in which they were found, after the given one.</summary>
    public static Task<IReadOnlyList<StoredIssue>> IssuesAsync(SqlSession session, Guid jobId, long after, int limit) =>
        session.ListAsync<StoredIssue>(
            $"""
            SELECT Seq, JobId, RowNumber, ColumnName, Severity, Code, MessageZh, MessageEn, RemedyZh, RemedyEn
              FROM ImportIssue WHERE JobId = @jobId AND Seq > @after ORDER BY Seq{session.Dialect.Limit}
            """,
            new { jobId, after, Limit = limit });

    /// <summary>What kept rows out, all of it.</summary>
    public static Task<IReadOnlyList<StoredIssue>> ErrorsAsync(SqlSession session, Guid jobId) =>
        session.ListAsync<StoredIssue>(
            """
            SELECT Seq, JobId, RowNumber, ColumnName, Severity, Code, MessageZh, MessageEn, RemedyZh, RemedyEn
              FROM ImportIssue WHERE JobId = @jobId AND Severity = 'error' ORDER BY Seq
            """,
            new { jobId });
}
