using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>How the managers of an engagement share the credit; its history is in the engagement's log.</summary>
public static class CreditStore
{
    /// <summary>Largest first; empty where nothing was agreed.</summary>
    public static async Task<IReadOnlyList<CreditShare>> OfAsync(SqlSession session, Guid engagementId) =>
        [.. (await session.ListAsync<Row>(
            "SELECT ManagerId, BasisPoints FROM CreditShare WHERE EngagementId = @engagementId ORDER BY BasisPoints DESC, ManagerId", new { engagementId }))
            .Select(r => new CreditShare(r.ManagerId, r.BasisPoints))];

    /// <summary>In the transaction that logs the step.</summary>
    public static async Task ReplaceAsync(WriteSession session, Guid engagementId, IReadOnlyList<CreditShare> shares)
    {
        await session.RunAsync("DELETE FROM CreditShare WHERE EngagementId = @engagementId", new { engagementId });
        await session.RunAsync(
            "INSERT INTO CreditShare (EngagementId, ManagerId, BasisPoints) VALUES (@engagementId, @ManagerId, @BasisPoints)",
            shares.Select(s => new { engagementId, s.ManagerId, s.BasisPoints }));
    }

    private sealed record Row
    {
        public required Guid ManagerId { get; init; }

        public required int BasisPoints { get; init; }
    }
}
