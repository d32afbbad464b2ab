using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Privacy;

/// <summary>
/// Erases what has been kept long enough, a small batch in each transaction. Each method returns how many rows it took: as many as the limit
/// means that there may be more.
/// </summary>
public static class RetentionStore
{
    /// <summary>Only ended sessions have traces to lose: while a session lasts, they tell a stolen token from a real one.</summary>
    public static Task<int> SpentTokensAsync(WriteSession session, DateTimeOffset before, int limit) => TakeAsync<string>(
        session,
        "refreshToken",
        "SELECT t.Hash FROM SpentRefreshToken t JOIN LoginSession s ON s.Id = t.SessionId WHERE s.EndsAt < @before OR s.RevokedAt < @before ORDER BY t.Hash",
        "DELETE FROM SpentRefreshToken WHERE Hash IN @keys",
        before,
        limit);

    public static Task<int> SessionsAsync(WriteSession session, DateTimeOffset before, int limit) => TakeAsync<Guid>(
        session,
        "session",
        """
        SELECT s.Id FROM LoginSession s
         WHERE (s.EndsAt < @before OR s.RevokedAt < @before) AND NOT EXISTS (SELECT 1 FROM SpentRefreshToken t WHERE t.SessionId = s.Id)
         ORDER BY s.EndsAt
        """,
        "DELETE FROM LoginSession WHERE Id IN @keys",
        before,
        limit);

    /// <summary>The session itself stays as it is.</summary>
    public static Task<int> AddressesAsync(WriteSession session, DateTimeOffset before, int limit) => TakeAsync<Guid>(
        session,
        "signInAddress",
        "SELECT Id FROM LoginSession WHERE LastSeenAt < @before AND (Address IS NOT NULL OR UserAgent IS NOT NULL) ORDER BY LastSeenAt",
        "UPDATE LoginSession SET Address = NULL, UserAgent = NULL WHERE Id IN @keys",
        before,
        limit);

    public static Task<int> LinksAsync(WriteSession session, DateTimeOffset before, int limit) => TakeAsync<string>(
        session,
        "oneTimeLink",
        "SELECT Hash FROM OneTimeLink WHERE ExpiresAt < @before OR UsedAt < @before ORDER BY ExpiresAt",
        "DELETE FROM OneTimeLink WHERE Hash IN @keys",
        before,
        limit);

    public static Task<int> AnswersAsync(WriteSession session, DateTimeOffset before, int limit) => TakeAsync<string>(
        session,
        "idempotentAnswer",
        "SELECT RequestKey FROM IdempotentAnswer WHERE At < @before ORDER BY At",
        "DELETE FROM IdempotentAnswer WHERE RequestKey IN @keys",
        before,
        limit);

    public static Task<int> ReadNoticesAsync(WriteSession session, DateTimeOffset before, int limit) => TakeAsync<Guid>(
        session, "notice", "SELECT Id FROM Notice WHERE ReadAt < @before ORDER BY ReadAt", "DELETE FROM Notice WHERE Id IN @keys", before, limit);

    public static Task<int> UnreadNoticesAsync(WriteSession session, DateTimeOffset before, int limit) => TakeAsync<Guid>(
        session, "notice", "SELECT Id FROM Notice WHERE ReadAt IS NULL AND At < @before ORDER BY At", "DELETE FROM Notice WHERE Id IN @keys", before, limit);

    public static Task<int> DeliveriesAsync(WriteSession session, DateTimeOffset before, int limit) => TakeAsync<Guid>(
        session, "delivery", "SELECT Id FROM Delivery WHERE FinishedAt < @before ORDER BY FinishedAt", "DELETE FROM Delivery WHERE Id IN @keys", before, limit);

    /// <summary>Finished imports whose file and issues are still there, oldest first.</summary>
    public static Task<IReadOnlyList<Guid>> ImportsAsync(SqlSession session, DateTimeOffset before, int limit) => session.ListAsync<Guid>(
        $"SELECT Id FROM ImportJob WHERE PrunedAt IS NULL AND FinishedAt < @before ORDER BY FinishedAt{session.Dialect.Limit}", new { before, Limit = limit });

    public static Task<int> ImportIssuesAsync(WriteSession session, Guid jobId, int limit) => session.RunAsync(
        $"DELETE FROM ImportIssue WHERE Seq IN (SELECT Seq FROM ImportIssue WHERE JobId = @jobId ORDER BY Seq{session.Dialect.Limit})", new { jobId, Limit = limit });

    /// <summary>The counts stay.</summary>
    public static Task ImportPrunedAsync(WriteSession session, Guid jobId, DateTimeOffset now)
    {
        session.Record("retention.pruned", "import", jobId);
        return session.RunAsync("UPDATE ImportJob SET PrunedAt = @now WHERE Id = @jobId", new { jobId, now });
    }

    private static async Task<int> TakeAsync<TKey>(WriteSession session, string subject, string find, string take, DateTimeOffset before, int limit)
        where TKey : notnull
    {
        var keys = (await session.ListAsync<TKey>(find + session.Dialect.Limit, new { before, Limit = limit })).Select(k => k.ToString()!).ToList();

        // A statement takes so many parameters and no more: 2,100 on SQL Server.
        foreach (var some in keys.Chunk(1_000))
        {
            await session.RunAsync(take, new { keys = some });
        }

        if (keys.Count > 0)
        {
            session.Record("retention.pruned", subject, null, new { keys.Count });
        }

        return keys.Count;
    }
}
