using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Statistics;

/// <summary>Published listings or needs with the same fields of technology.</summary>
public sealed record SupplyRow
{
    /// <summary>As JSON.</summary>
    public required string Fields { get; init; }

    public required long Number { get; init; }

    /// <summary>Listings that nobody is interested in; needs without a fairly strong match.</summary>
    public required long Idle { get; init; }
}

/// <summary>Supply and demand, of what the reader may see: neither a need nor an engagement that a conflict closes to them is in any number.</summary>
public static class MarketSupply
{
    /// <summary>A match from this level on is fairly strong.</summary>
    public const int StrongLevel = 3;

    /// <param name="session">Where to read.</param>
    /// <param name="reader">Who asks: one of the centre's people.</param>
    /// <param name="conflicted">Organisations ("D") whose engagements do not exist for them.</param>
    public static Task<IReadOnlyList<SupplyRow>> ListingsAsync(SqlSession session, MarketReader reader, IReadOnlyCollection<string> conflicted) =>
        session.ListAsync<SupplyRow>(
            $"""
            SELECT x.Fields, COUNT(*) AS Number, SUM(x.Idle) AS Idle
              FROM (SELECT l.Fields, CASE WHEN EXISTS (
                           SELECT 1 FROM Engagement e{(conflicted.Count == 0 ? "" : " JOIN Need n ON n.Id = e.NeedId")} WHERE e.ListingId = l.Id AND e.State <> 'closed'
                              {(conflicted.Count == 0 ? "" : "AND (l.OrganisationId IS NULL OR l.OrganisationId NOT IN @conflicted) AND (n.OrganisationId IS NULL OR n.OrganisationId NOT IN @conflicted)")}
                           ) THEN 0 ELSE 1 END AS Idle
                      FROM Listing l WHERE l.State = 'published') x
             GROUP BY x.Fields
            """,
            Parameters(reader, conflicted));

    public static Task<IReadOnlyList<SupplyRow>> NeedsAsync(SqlSession session, MarketReader reader) =>
        session.ListAsync<SupplyRow>(
            $"""
            SELECT x.Fields, COUNT(*) AS Number, SUM(x.Idle) AS Idle
              FROM (SELECT Need.Fields, CASE WHEN EXISTS (
                           SELECT 1 FROM Match m JOIN Listing l ON l.Id = m.ListingId
                            WHERE m.NeedId = Need.Id AND m.Level >= @StrongLevel AND l.State = 'published') THEN 0 ELSE 1 END AS Idle
                      FROM Need WHERE State = 'published'{(reader.NeedsInFull is { } seen ? $" AND {seen}" : "")}) x
             GROUP BY x.Fields
            """,
            Parameters(reader, []));

    private static object Parameters(MarketReader reader, IReadOnlyCollection<string> conflicted) => new
    {
        ReaderOrganisationId = reader.OrganisationId,
        ReaderAccountId = reader.AccountId,
        ReaderBarred = reader.Barred.Select(id => id.ToString("D")).ToList(),
        StrongLevel,
        conflicted,
    };
}
