using TechBroker.Matching;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>The market as a whole.</summary>
public static class MarketState
{
    /// <summary>Nobody has entered an organisation, a listing or a need.</summary>
    public static async Task<bool> IsEmptyAsync(SqlSession session) => await session.FirstAsync<int>(
        "SELECT (SELECT COUNT(*) FROM Organisation) + (SELECT COUNT(*) FROM Listing) + (SELECT COUNT(*) FROM Need)") == 0;

    /// <summary>Whose a published listing or need is, and its revision; null for any other.</summary>
    public static Task<OpenItem?> OwnerOfOpenAsync(SqlSession session, Side side, Guid id) => session.FirstAsync<OpenItem>(
        $"SELECT Revision, COALESCE(OrganisationId, PostedBy) AS OwnerId FROM {(side is Side.Listing ? "Listing" : "Need")} WHERE Id = @id AND State = 'published'", new { id });
}

/// <summary>A listing or need that is on the market.</summary>
public sealed record OpenItem
{
    public required int Revision { get; init; }

    /// <summary>Organisation or, without one, person.</summary>
    public Guid? OwnerId { get; init; }
}
