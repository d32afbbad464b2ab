using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Duplicates;

/// <summary>What a merge did to one engagement.</summary>
public sealed record MergedEngagement
{
    public required Guid DuplicateId { get; init; }

    public required Guid EngagementId { get; init; }

    /// <summary>The listing or need on which it was.</summary>
    public required Guid FromId { get; init; }

    public required string StateBefore { get; init; }

    /// <summary>Closed as a duplicate; otherwise taken along.</summary>
    public required bool Closed { get; init; }

    /// <summary>What the merge made of it. A later one means that somebody has worked on it since.</summary>
    public required int Revision { get; init; }

    public EngagementState State => Codes.Parse<EngagementState>(StateBefore);
}

/// <summary>What merges did to engagements, as long as they stand.</summary>
public static class MergeStore
{
    public static Task InsertAsync(WriteSession session, MergedEngagement merged) => session.RunAsync(
        """
        INSERT INTO DuplicateMove (DuplicateId, EngagementId, FromId, StateBefore, Closed, Revision)
        VALUES (@DuplicateId, @EngagementId, @FromId, @StateBefore, @Closed, @Revision)
        """,
        merged);

    /// <summary>Those that were taken along first: one that was closed for another's sake can go on only where that one has left.</summary>
    public static async Task<IReadOnlyList<MergedEngagement>> TakeAsync(WriteSession session, Guid duplicateId)
    {
        var merged = await session.ListAsync<MergedEngagement>(
            "SELECT DuplicateId, EngagementId, FromId, StateBefore, Closed, Revision FROM DuplicateMove WHERE DuplicateId = @duplicateId ORDER BY Closed, EngagementId",
            new { duplicateId });
        await session.RunAsync("DELETE FROM DuplicateMove WHERE DuplicateId = @duplicateId", new { duplicateId });
        return merged;
    }

    public static Task<IReadOnlyList<Guid>> LiveOfAsync(SqlSession session, EngagementSide side, Guid itemId) => session.ListAsync<Guid>(
        $"SELECT Id FROM Engagement WHERE {(side is EngagementSide.Listing ? "ListingId" : "NeedId")} = @itemId AND State <> 'closed' ORDER BY CreatedAt, Id", new { itemId });

    public static Task<Guid?> LiveOfPairAsync(SqlSession session, Guid listingId, Guid needId) => session.FirstAsync<Guid?>(
        "SELECT Id FROM Engagement WHERE ListingId = @listingId AND NeedId = @needId AND State <> 'closed'", new { listingId, needId });
}
