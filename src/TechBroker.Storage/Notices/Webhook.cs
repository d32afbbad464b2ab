using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Notices;

/// <summary>An address that is called when something happens.</summary>
public sealed record Webhook
{
    public required Guid Id { get; init; }

    /// <summary>Hears of what concerns this organisation; null for one of the centre, which hears of everything.</summary>
    public Guid? OrganisationId { get; init; }

    public required Guid CreatedBy { get; init; }

    public required string Url { get; init; }

    /// <summary>JSON list.</summary>
    public required string Kinds { get; init; }

    /// <summary>Encrypted; see <see cref="WebhookSecrets"/>.</summary>
    public required string Secret { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>gone or failing.</summary>
    public string? DisabledFor { get; init; }

    public IReadOnlyList<string> KindList => StoredJson.Read<string[]>(Kinds);
}

/// <summary>Opens what the data-protection keys of this installation closed; the keys themselves are the host's affair.</summary>
/// <param name="Open">From a webhook's id and its encrypted secret.</param>
public sealed record WebhookSecrets(Func<Guid, string, string> Open);

public static class WebhookStore
{
    private const string Columns = "Id, OrganisationId, CreatedBy, Url, Kinds, Secret, CreatedAt, DisabledAt, DisabledFor";

    public static Task InsertAsync(WriteSession session, Webhook webhook)
    {
        session.Record("webhook.created", "webhook", webhook.Id, new { webhook.OrganisationId });
        return session.RunAsync(
            $"INSERT INTO Webhook ({Columns}) VALUES (@Id, @OrganisationId, @CreatedBy, @Url, @Kinds, @Secret, @CreatedAt, @DisabledAt, @DisabledFor)", webhook);
    }

    public static Task<Webhook?> FindAsync(SqlSession session, Guid id) => session.FirstAsync<Webhook>($"SELECT {Columns} FROM Webhook WHERE Id = @id", new { id });

    /// <summary>Those of an organisation; everybody's where none is given. Newest first.</summary>
    public static Task<IReadOnlyList<Webhook>> PageAsync(SqlSession session, Guid? organisationId, DateTimeOffset? before, Guid? beforeId, int limit) =>
        session.ListAsync<Webhook>(
            $"""
            SELECT {Columns} FROM Webhook
             WHERE (@organisationId IS NULL OR OrganisationId = @organisationId)
               AND (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
             ORDER BY CreatedAt DESC, Id DESC{session.Dialect.Limit}
            """,
            new { organisationId, before, beforeId, Limit = limit });

    public static Task<int> CountAsync(SqlSession session, Guid? organisationId) =>
        session.FirstAsync<int>("SELECT COUNT(*) FROM Webhook WHERE OrganisationId = @organisationId OR (@organisationId IS NULL AND OrganisationId IS NULL)", new { organisationId });

    /// <summary>Those that may have to hear of what happens between these organisations: their own and the centre's.</summary>
    public static Task<IReadOnlyList<Webhook>> OfAsync(SqlSession session, IEnumerable<Guid?> organisations) =>
        session.ListAsync<Webhook>(
            $"SELECT {Columns} FROM Webhook WHERE DisabledAt IS NULL AND (OrganisationId IS NULL OR OrganisationId IN @ids) ORDER BY CreatedAt, Id",
            new { ids = organisations.OfType<Guid>().Distinct().Select(id => id.ToString("D")) });

    /// <returns>False where it was disabled before.</returns>
    public static async Task<bool> DisableAsync(WriteSession session, Guid id, string reason, DateTimeOffset now)
    {
        if (await session.RunAsync("UPDATE Webhook SET DisabledAt = @now, DisabledFor = @reason WHERE Id = @id AND DisabledAt IS NULL", new { id, reason, now }) == 0)
        {
            return false;
        }

        session.Record("webhook.disabled", "webhook", id, new { Reason = reason });
        await DropAsync(session, id, now);
        return true;
    }

    /// <summary>Whether anything arrived there since.</summary>
    public static async Task<bool> ArrivedSinceAsync(SqlSession session, Guid id, DateTimeOffset since) =>
        await session.FirstAsync<int>("SELECT COUNT(*) FROM Delivery WHERE WebhookId = @id AND State = 'done' AND FinishedAt >= @since", new { id, since }) > 0;

    public static async Task DeleteAsync(WriteSession session, Guid id, DateTimeOffset now)
    {
        session.Record("webhook.deleted", "webhook", id);
        await DropAsync(session, id, now);
        await session.RunAsync("DELETE FROM Webhook WHERE Id = @id", new { id });
    }

    private static Task<int> DropAsync(WriteSession session, Guid id, DateTimeOffset now) => session.RunAsync(
        "UPDATE Delivery SET State = 'dropped', NextAttemptAt = NULL, LeaseUntil = NULL, FinishedAt = @now WHERE WebhookId = @id AND State = 'waiting'", new { id, now });
}
