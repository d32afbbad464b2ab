using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Imports.Support;

/// <summary>Everything that a write to the market leaves behind.</summary>
internal sealed record Footprint
{
    public required long Changes { get; init; }

    public required long Items { get; init; }

    public required long Revisions { get; init; }

    public required long Messages { get; init; }

    public required long Matches { get; init; }

    /// <summary>With the workers off, the outbox keeps what it is given.</summary>
    public static async Task<Footprint> OfAsync(TestServer server) => (await server.Database.ReadAsync(
        s => s.FirstAsync<Footprint>(
            """
            SELECT (SELECT Value FROM Counter WHERE Name = 'market') AS Changes,
                   (SELECT COUNT(*) FROM Listing) + (SELECT COUNT(*) FROM Need) AS Items,
                   (SELECT COUNT(*) FROM MarketRevision) AS Revisions,
                   (SELECT COUNT(*) FROM Outbox) AS Messages,
                   (SELECT COUNT(*) FROM Match) AS Matches
            """),
        CancellationToken.None))!;
}
