using TechBroker.Domain.Conflicts;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>Whose the two ends of a pair are; nothing of what they say.</summary>
public sealed record PairFacts
{
    public Guid? ListingOrganisationId { get; init; }

    public Guid? ListingPostedBy { get; init; }

    public string? ListingCreditCode { get; init; }

    public Guid? NeedOrganisationId { get; init; }

    public Guid? NeedPostedBy { get; init; }

    public string? NeedCreditCode { get; init; }

    /// <summary>open, blind or private.</summary>
    public required string NeedVisibility { get; init; }

    public SideFacts Listing => new(ListingOrganisationId, ListingCreditCode);

    public SideFacts Need => new(NeedOrganisationId, NeedCreditCode);

    /// <summary>Null where either end does not exist.</summary>
    public static Task<PairFacts?> FindAsync(SqlSession session, Guid listingId, Guid needId) =>
        session.FirstAsync<PairFacts>(
            """
            SELECT l.OrganisationId AS ListingOrganisationId, l.PostedBy AS ListingPostedBy, lo.CreditCode AS ListingCreditCode,
                   n.OrganisationId AS NeedOrganisationId, n.PostedBy AS NeedPostedBy, nd.CreditCode AS NeedCreditCode,
                   n.Visibility AS NeedVisibility
              FROM Listing l CROSS JOIN Need n
              LEFT JOIN Organisation lo ON lo.Id = l.OrganisationId
              LEFT JOIN Organisation nd ON nd.Id = n.OrganisationId
             WHERE l.Id = @listingId AND n.Id = @needId
            """,
            new { listingId, needId });
}
