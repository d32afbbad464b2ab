using System.Runtime.CompilerServices;
using System.Text;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Audit;

/// <summary>One entry of the audit record.</summary>
public sealed record AuditEntry
{
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>person, system or operator.</summary>
    public required string ActorKind { get; init; }

    public string? Via { get; init; }

    public string? Address { get; init; }

    /// <summary>Such as <c>listing.published</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What kind of thing it was done to.</summary>
    public required string Subject { get; init; }

    public Guid? SubjectId { get; init; }

    /// <summary>JSON object of ids, codes, numbers and hashes.</summary>
    public string? Details { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>Conditions of a search in the audit record; what is null does not restrict. Also the parameters of the statement.</summary>
public sealed record AuditFilter
{
    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>An action or what several begin with, such as <c>listing.</c></summary>
    public string? ActionPrefix { get; init; }

    /// <summary>The first action after all that begin with the prefix.</summary>
    public string? ActionEnd => ActionPrefix is null ? null : ActionPrefix + '\uFFFF';

    public string? Subject { get; init; }

    public Guid? SubjectId { get; init; }

    /// <summary>Only entries below this number, for the page after one that ended with it.</summary>
    public long? Before { get; init; }

    /// <summary>Only entries above this number.</summary>
    public long? After { get; init; }

    public int Limit { get; init; } = 50;

    // Times and ids stand as text in this table, in every database.
    public string? FromText => From is { } time ? TypeHandlers.Write(time) : null;

    public string? ToText => To is { } time ? TypeHandlers.Write(time) : null;

    public string? ActorText => ActorId?.ToString("D");

    public string? SubjectText => SubjectId?.ToString("D");

    internal string Where()
    {
        var sql = new StringBuilder("1 = 1");
        void When(bool applies, string condition) => sql.Append(applies ? " AND " + condition : "");
        When(From is not null, "At >= @FromText");
        When(To is not null, "At < @ToText");
        When(ActorId is not null, "ActorId = @ActorText");
        When(ActionPrefix is not null, "Action >= @ActionPrefix AND Action < @ActionEnd");
        When(Subject is not null, "Subject = @Subject");
        When(SubjectId is not null, "SubjectId = @SubjectText");
        When(Before is not null, "Seq < @Before");
        When(After is not null, "Seq > @After");
        return sql.ToString();
    }
}

/// <summary>Reads the audit record; what is written goes through <see cref="WriteSession.Record"/>.</summary>
public static class AuditStore
{
    private const int Batch = 2_000;

    /// <summary>Newest first.</summary>
    public static Task<IReadOnlyList<AuditEntry>> SearchAsync(SqlSession session, AuditFilter filter) =>
        session.ListAsync<AuditEntry>($"SELECT {AuditRow.Columns} FROM AuditEntry WHERE {filter.Where()} ORDER BY Seq DESC{session.Dialect.Limit}", filter);

    /// <summary>All that pass the filter in the order in which they were written, whatever its limit; inside a snapshot, as of one moment.</summary>
    public static async IAsyncEnumerable<AuditEntry> ReadInOrderAsync(
        SqlSession session, AuditFilter filter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var page = filter with { After = filter.After ?? 0, Limit = Batch };
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var entries = await PageInOrderAsync(session, page);
            foreach (var entry in entries)
            {
                yield return entry;
            }

            if (entries.Count < Batch)
            {
                yield break;
            }

            page = page with { After = entries[^1].Seq };
        }
    }

    /// <summary>
    /// The same without a snapshot, which a slow reader would keep open while the database's log grows: up to where
    /// <see cref="AuditFilter.Before"/> ends it, what is read a page at a time never changes.
    /// </summary>
    public static async IAsyncEnumerable<AuditEntry> ReadInOrderAsync(Database database, AuditFilter filter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var page = filter with { After = filter.After ?? 0, Limit = Batch };
        IReadOnlyList<AuditEntry> entries;
        do
        {
            entries = await database.ReadAsync(s => PageInOrderAsync(s, page), ct);
            foreach (var entry in entries)
            {
                yield return entry;
            }

            page = page with { After = entries.Count > 0 ? entries[^1].Seq : page.After };
        }
        while (entries.Count == Batch);
    }

    public static Task<long> CountAsync(SqlSession session, AuditFilter filter) =>
        session.FirstAsync<long>($"SELECT COUNT(*) FROM AuditEntry WHERE {filter.Where()}", filter);

    private static Task<IReadOnlyList<AuditEntry>> PageInOrderAsync(SqlSession session, AuditFilter page) =>
        session.ListAsync<AuditEntry>($"SELECT {AuditRow.Columns} FROM AuditEntry WHERE {page.Where()} ORDER BY Seq{session.Dialect.Limit}", page);

    internal static Task<IReadOnlyList<AuditRow>> RowsAsync(SqlSession session, long after, long last, int limit) =>
        session.ListAsync<AuditRow>(
            $"SELECT {AuditRow.Columns} FROM AuditEntry WHERE Seq > @after AND Seq <= @last ORDER BY Seq{session.Dialect.Limit}", new { after, last, Limit = limit });
}
