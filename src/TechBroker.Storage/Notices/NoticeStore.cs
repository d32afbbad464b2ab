using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Notices;

/// <summary>Notices in the database; each new one is told to its reader's live stream, and to nobody else's.</summary>
public static class NoticeStore
{
    private const string Columns = "Id, AccountId, Kind, EngagementId, DealId, WebhookId, Seq, At, ReadAt, DeliveryId, DigestOn";

    public static Task InsertAsync(WriteSession session, Notice notice)
    {
        session.Tell(EventStore.Personal, new { noticeId = notice.Id }, notice.At, notice.AccountId);
        return session.RunAsync(
            $"""
            INSERT INTO Notice ({Columns})
            VALUES (@Id, @AccountId, @Kind, @EngagementId, @DealId, @WebhookId, @Seq, @At, @ReadAt, @DeliveryId, @DigestOn)
            """,
            notice);
    }

    public static Task<Notice?> FindAsync(SqlSession session, Guid accountId, Guid id) =>
        session.FirstAsync<Notice>($"SELECT {Columns} FROM Notice WHERE Id = @id AND AccountId = @accountId", new { id, accountId });

    /// <summary>Newest first, from below the given place.</summary>
    public static Task<IReadOnlyList<Notice>> PageAsync(SqlSession session, Guid accountId, bool unread, DateTimeOffset? before, Guid? beforeId, int limit) =>
        session.ListAsync<Notice>(
            $"""
            SELECT {Columns} FROM Notice
             WHERE AccountId = @accountId AND (@unread = 0 OR ReadAt IS NULL)
               AND (@before IS NULL OR At < @before OR (At = @before AND Id < @beforeId))
             ORDER BY At DESC, Id DESC{session.Dialect.Limit}
            """,
            new { accountId, unread, before, beforeId, Limit = limit });

    public static Task<IReadOnlyList<Notice>> UnreadAsync(SqlSession session, Guid accountId, int limit) =>
        session.ListAsync<Notice>($"SELECT {Columns} FROM Notice WHERE AccountId = @accountId AND ReadAt IS NULL ORDER BY At DESC{session.Dialect.Limit}", new { accountId, Limit = limit });

    public static Task ReadAsync(WriteSession session, Guid accountId, Guid id, DateTimeOffset now) =>
        session.RunAsync("UPDATE Notice SET ReadAt = @now WHERE Id = @id AND AccountId = @accountId AND ReadAt IS NULL", new { id, accountId, now });

    /// <returns>How many were unread.</returns>
    public static Task<int> ReadAllAsync(WriteSession session, Guid accountId, DateTimeOffset now) =>
        session.RunAsync("UPDATE Notice SET ReadAt = @now WHERE AccountId = @accountId AND ReadAt IS NULL", new { accountId, now });

    /// <summary>What a mail carries, oldest first.</summary>
    public static Task<IReadOnlyList<Notice>> OfDeliveryAsync(SqlSession session, Guid deliveryId) =>
        session.ListAsync<Notice>($"SELECT {Columns} FROM Notice WHERE DeliveryId = @deliveryId ORDER BY At, Id", new { deliveryId });

    /// <summary>People for whom a daily mail is due.</summary>
    public static Task<IReadOnlyList<Guid>> DigestsAsync(SqlSession session, DateOnly today, int limit) =>
        session.ListAsync<Guid>(
            $"SELECT DISTINCT AccountId FROM Notice WHERE DigestOn <= @today AND DeliveryId IS NULL ORDER BY AccountId{session.Dialect.Limit}", new { today, Limit = limit });

    /// <summary>What was read on the screen meanwhile need not be mailed.</summary>
    /// <returns>How many the mail carries.</returns>
    public static async Task<int> TakeDigestAsync(WriteSession session, Guid accountId, DateOnly today, Guid deliveryId)
    {
        await session.RunAsync(
            "UPDATE Notice SET DigestOn = NULL WHERE AccountId = @accountId AND DigestOn <= @today AND DeliveryId IS NULL AND ReadAt IS NOT NULL", new { accountId, today });
        return await session.RunAsync(
            "UPDATE Notice SET DeliveryId = @deliveryId WHERE AccountId = @accountId AND DigestOn <= @today AND DeliveryId IS NULL", new { accountId, today, deliveryId });
    }

    public static async Task<NoticeSettings> SettingsAsync(SqlSession session, Guid accountId) =>
        await session.FirstAsync<NoticeSettings>("SELECT AccountId, Language, Mail, MailKinds FROM NoticeSettings WHERE AccountId = @accountId", new { accountId })
        ?? new NoticeSettings { AccountId = accountId };

    public static async Task SaveAsync(WriteSession session, NoticeSettings settings)
    {
        session.Record("noticeSettings.changed", "account", settings.AccountId, new { settings.Language, settings.Mail });
        await session.RunAsync("DELETE FROM NoticeSettings WHERE AccountId = @AccountId", settings);
        await session.RunAsync("INSERT INTO NoticeSettings (AccountId, Language, Mail, MailKinds) VALUES (@AccountId, @Language, @Mail, @MailKinds)", settings);
    }
}
