using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Notices;

/// <summary>Deliveries in the database. A worker leases one before it acts and settles it afterwards; a lease that ran out belongs to whoever comes next.</summary>
public static class DeliveryStore
{
    private const string Columns = """
        Id, Channel, AccountId, WebhookId, Robot AS RobotName, EngagementId, DealId, Kind, Body, State, Attempts, NextAttemptAt, LeaseUntil, LastFault, CreatedAt, FinishedAt
        """;

    public static Task InsertAsync(WriteSession session, Delivery delivery) => session.RunAsync(
        """
        INSERT INTO Delivery (Id, Channel, AccountId, WebhookId, Robot, EngagementId, DealId, Kind, Body, State, Attempts, NextAttemptAt, LeaseUntil, LastFault, CreatedAt, FinishedAt)
        VALUES (@Id, @Channel, @AccountId, @WebhookId, @RobotName, @EngagementId, @DealId, @Kind, @Body, @State, @Attempts, @NextAttemptAt, @LeaseUntil, @LastFault, @CreatedAt, @FinishedAt)
        """,
        delivery);

    public static Task<Delivery?> FindAsync(SqlSession session, Guid id) =>
        session.FirstAsync<Delivery>($"SELECT {Columns} FROM Delivery WHERE Id = @id", new { id });

    /// <summary>Whether anything waits for its time, or for a worker that died.</summary>
    public static async Task<bool> AnyDueAsync(SqlSession session, string channel, DateTimeOffset now) => await session.FirstAsync<int>(
        "SELECT COUNT(*) FROM Delivery WHERE Channel = @channel AND State = 'waiting' AND NextAttemptAt <= @now AND (LeaseUntil IS NULL OR LeaseUntil <= @now)",
        new { channel, now }) > 0;

    /// <summary>Whether somebody was sent such a mail not long ago.</summary>
    public static async Task<bool> WentSinceAsync(SqlSession session, Guid accountId, string kind, DateTimeOffset since) => await session.FirstAsync<int>(
        "SELECT COUNT(*) FROM Delivery WHERE AccountId = @accountId AND Kind = @kind AND State = 'done' AND FinishedAt > @since", new { accountId, kind, since }) > 0;

    /// <summary>Takes those that are due, the longest waiting first, and counts the attempt.</summary>
    public static async Task<IReadOnlyList<Delivery>> LeaseAsync(
        WriteSession session, string channel, string? robot, DateTimeOffset now, DateTimeOffset until, int limit)
    {
        var due = await session.ListAsync<Delivery>(
            $"""
            SELECT {Columns} FROM Delivery
             WHERE Channel = @channel AND State = 'waiting' AND NextAttemptAt <= @now AND (LeaseUntil IS NULL OR LeaseUntil <= @now) AND (@robot IS NULL OR Robot = @robot)
             ORDER BY NextAttemptAt, Id{session.Dialect.Limit}
            """,
            new { channel, robot, now, Limit = limit });
        var leased = new List<Delivery>();
        foreach (var delivery in due)
        {
            // Where the database has more than one writer, another process may have read the same rows: the first to write has it.
            if (await session.RunAsync(
                "UPDATE Delivery SET LeaseUntil = @until, Attempts = Attempts + 1 WHERE Id = @Id AND State = 'waiting' AND Attempts = @Attempts AND (LeaseUntil IS NULL OR LeaseUntil <= @now)",
                new { delivery.Id, delivery.Attempts, now, until }) == 1)
            {
                leased.Add(delivery with { LeaseUntil = until, Attempts = delivery.Attempts + 1 });
            }
        }

        return leased;
    }

    /// <summary>Ends it, or sets the time of the next attempt. Does nothing where the lease was lost meanwhile.</summary>
    /// <returns>Whether it was still in hand.</returns>
    public static async Task<bool> SettleAsync(WriteSession session, Delivery leased, string state, string? fault, DateTimeOffset? nextAttemptAt, DateTimeOffset now)
    {
        var settled = await session.RunAsync(
            """
            UPDATE Delivery SET State = @state, LastFault = @fault, NextAttemptAt = @nextAttemptAt, LeaseUntil = NULL, FinishedAt = @finishedAt
             WHERE Id = @Id AND State = 'waiting' AND LeaseUntil = @LeaseUntil AND Attempts = @Attempts
            """,
            new { leased.Id, leased.LeaseUntil, leased.Attempts, state, fault, nextAttemptAt, finishedAt = state == Delivery.Waiting ? (DateTimeOffset?)null : now }) == 1;
        if (settled && state == Delivery.Failed)
        {
            session.Record("delivery.failed", "delivery", leased.Id, new { leased.Channel, leased.Attempts, Fault = fault });
        }

        return settled;
    }

    /// <summary>Gives it a new series of attempts, beginning now.</summary>
    public static Task RestartAsync(WriteSession session, Delivery delivery, DateTimeOffset now)
    {
        session.Record("delivery.restarted", "delivery", delivery.Id, new { delivery.Channel });
        return session.RunAsync("UPDATE Delivery SET State = 'waiting', Attempts = 0, NextAttemptAt = @now, LeaseUntil = NULL, FinishedAt = NULL WHERE Id = @Id", new { delivery.Id, now });
    }

    /// <summary>Newest first, from below the given place; of one webhook where one is given.</summary>
    public static Task<IReadOnlyList<Delivery>> PageAsync(SqlSession session, string? state, Guid? webhookId, DateTimeOffset? before, Guid? beforeId, int limit) =>
        session.ListAsync<Delivery>(
            $"""
            SELECT {Columns} FROM Delivery
             WHERE (@state IS NULL OR State = @state) AND (@webhookId IS NULL OR WebhookId = @webhookId)
               AND (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
             ORDER BY CreatedAt DESC, Id DESC{session.Dialect.Limit}
            """,
            new { state, webhookId, before, beforeId, Limit = limit });

    /// <summary>When a robot was last spoken to; what lies further back than a minute does not count.</summary>
    public static Task<IReadOnlyList<DateTimeOffset>> PostsAsync(SqlSession session, string robot, DateTimeOffset now) =>
        session.ListAsync<DateTimeOffset>("SELECT At FROM RobotPost WHERE Robot = @robot AND At > @since", new { robot, since = now.AddMinutes(-1) });

    /// <summary>Before the message goes: a place that was taken and not used does no harm, one too many does.</summary>
    public static async Task PostedAsync(WriteSession session, string robot, DateTimeOffset now)
    {
        await session.RunAsync("DELETE FROM RobotPost WHERE Robot = @robot AND At < @since", new { robot, since = now.AddMinutes(-2) });
        await session.RunAsync("INSERT INTO RobotPost (Robot, At) VALUES (@robot, @now)", new { robot, now });
    }
}
