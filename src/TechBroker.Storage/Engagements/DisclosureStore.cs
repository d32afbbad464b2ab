using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>To whom a need was opened: who had it opened, through which engagement and when.</summary>
public sealed record Disclosure
{
    public required Guid Id { get; init; }

    public required Guid EngagementId { get; init; }

    public required Guid NeedId { get; init; }

    public Guid? ToOrganisationId { get; init; }

    public Guid? ToAccountId { get; init; }

    public required Guid ByAccountId { get; init; }

    public required DateTimeOffset At { get; init; }
}

public static class DisclosureStore
{
    /// <summary>Opens the need to an organisation or to a person; once for each, so a second introduction adds nothing.</summary>
    public static async Task RecordAsync(WriteSession session, Disclosure disclosure)
    {
        var opened = await session.RunAsync(
            """
            INSERT INTO Disclosure (Id, EngagementId, NeedId, ToOrganisationId, ToAccountId, ByAccountId, At)
            SELECT @Id, @EngagementId, @NeedId, @ToOrganisationId, @ToAccountId, @ByAccountId, @At
             WHERE NOT EXISTS (
                   SELECT 1 FROM Disclosure WHERE NeedId = @NeedId AND (ToOrganisationId = @ToOrganisationId OR ToAccountId = @ToAccountId))
            """,
            disclosure);
        if (opened > 0)
        {
            session.Record("need.disclosed", "need", disclosure.NeedId, new { disclosure.EngagementId, disclosure.ToOrganisationId, disclosure.ToAccountId });
        }
    }

    /// <summary>Whether the organisation or the person may read the need in full and learn whose it is.</summary>
    public static async Task<bool> IsDisclosedAsync(SqlSession session, Guid needId, Guid? organisationId, Guid? accountId) =>
        await session.FirstAsync<int>(
            "SELECT COUNT(*) FROM Disclosure WHERE NeedId = @needId AND (ToOrganisationId = @organisationId OR ToAccountId = @accountId)",
            new { needId, organisationId, accountId }) > 0;

    /// <summary>Every disclosure of a need, oldest first.</summary>
    public static Task<IReadOnlyList<Disclosure>> OfNeedAsync(SqlSession session, Guid needId) =>
        session.ListAsync<Disclosure>(
            "SELECT Id, EngagementId, NeedId, ToOrganisationId, ToAccountId, ByAccountId, At FROM Disclosure WHERE NeedId = @needId ORDER BY At, Id", new { needId });
}
