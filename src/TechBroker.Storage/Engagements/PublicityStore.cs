using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>A negotiated price that is public these days; nothing of the need or of whose it is.</summary>
public sealed record PublicisedPrice
{
    /// <summary>The engagement's.</summary>
    public required Guid Id { get; init; }

    public required Guid ListingId { get; init; }

    public required string Title { get; init; }

    public Guid? OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public required string PriceCurrency { get; init; }

    public required long PriceMinorUnits { get; init; }

    public required DateOnly PublicityFrom { get; init; }

    public required DateOnly PublicityUntil { get; init; }
}

public static class PublicityStore
{
    /// <summary>Those whose clock runs on a day, latest begun first.</summary>
    public static Task<IReadOnlyList<PublicisedPrice>> PageAsync(SqlSession session, DateOnly today, DateOnly? before, Guid? beforeId, int limit) =>
        session.ListAsync<PublicisedPrice>(
            $"""
            SELECT e.Id, e.ListingId, l.Title, l.OrganisationId, o.Name AS OrganisationName, e.PriceCurrency, e.PriceMinorUnits, e.PublicityFrom, e.PublicityUntil
              FROM Engagement e JOIN Listing l ON l.Id = e.ListingId LEFT JOIN Organisation o ON o.Id = l.OrganisationId
             WHERE e.State = 'publicity' AND e.PublicityFrom <= @today AND e.PublicityUntil > @today
               AND (@before IS NULL OR e.PublicityFrom < @before OR (e.PublicityFrom = @before AND e.Id < @beforeId))
             ORDER BY e.PublicityFrom DESC, e.Id DESC{session.Dialect.Limit}
            """,
            new { today, before, beforeId, Limit = limit });
}
