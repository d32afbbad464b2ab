using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>The market as a whole.</summary>
public static class MarketState
{
    /// <summary>Nobody has entered an organisation, a listing or a need.</summary>
    public static async Task<bool> IsEmptyAsync(SqlSession session) => await session.FirstAsync<int>(
        "SELECT (SELECT COUNT(*) FROM Organisation) + (SELECT COUNT(*) FROM Listing) + (SELECT COUNT(*) FROM Need)") == 0;
}
