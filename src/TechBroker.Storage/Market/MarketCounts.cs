using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>How much is on the market for everybody to read; no need that is blind or private is in any number.</summary>
public static class MarketCounts
{
    public static async Task<long> ListingsAsync(SqlSession session) =>
        (await session.FirstAsync<Row>("SELECT COUNT(*) AS Number FROM Listing WHERE State = 'published'", new { }))!.Number;

    public static async Task<long> OpenNeedsAsync(SqlSession session) =>
        (await session.FirstAsync<Row>("SELECT COUNT(*) AS Number FROM Need WHERE State = 'published' AND Visibility = 'open'", new { }))!.Number;

    private sealed record Row
    {
        public required long Number { get; init; }
    }
}
