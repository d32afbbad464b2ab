using TechBroker.Domain;
using TechBroker.Domain.Duplicates;
using TechBroker.Domain.Listings;
using TechBroker.Matching.Tokens;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Duplicates;

/// <summary>
/// Publication of a listing waits while another owner's claims the same registration or patent number. A draft, a returned, an expired
/// or a withdrawn listing claims nothing, so none of them can be felt here.
/// </summary>
public static class OwnershipDisputes
{
    private static readonly ListingState[] Claiming = [ListingState.Submitted, ListingState.Published, ListingState.Suspended, ListingState.Reserved];

    /// <summary>Why the listing may not become what it would be; null where nothing stands against it.</summary>
    /// <param name="session">A <see cref="WriteSession"/> also puts the pair on record, for an organiser to decide on.</param>
    /// <param name="before">As it is stored; null for a new one.</param>
    /// <param name="after">As it would be.</param>
    public static async Task<MarketError?> FindAsync(SqlSession session, Listing? before, Listing after)
    {
        var item = DuplicateItem.Of(after);
        var known = before is not null && Claiming.Contains(before.State) ? DuplicateKeys.Of(before.Content, Folding.Of) : [];
        var steps = after.State != before?.State && after.State is ListingState.Submitted or ListingState.Published;
        foreach (var key in Claiming.Contains(after.State) ? item.Keys.Where(k => k.IsClaim && (steps || !known.Contains(k))) : [])
        {
            if (await ClaimAsync(session, item, key) is { } claim)
            {
                if (session is WriteSession write && before is not null && (await DuplicateKeyStore.OfAsync(session, item.Id)).Contains(key))
                {
                    await DuplicateDetection.LinkAsync(write, item, new Namesake { Id = claim.Id, OwnerId = claim.OwnerId, CreatedAt = claim.CreatedAt });
                }

                return DuplicateErrors.OwnershipDispute(key.Reason, claim.State == "published" ? claim.Id : null);
            }
        }

        return null;
    }

    // Whose it is differs, or one of the two is nobody's.
    private const string IsAnothers = """
        (COALESCE(x.OrganisationId, x.PostedBy) <> @OwnerId OR (COALESCE(x.OrganisationId, x.PostedBy) IS NULL AND @OwnerId IS NOT NULL)
            OR (COALESCE(x.OrganisationId, x.PostedBy) IS NOT NULL AND @OwnerId IS NULL))
        """;

    // Where an organiser has decided against the listing, that stands whatever becomes of the other one.
    private static Task<Claim?> ClaimAsync(SqlSession session, DuplicateItem item, DuplicateKey key) => session.FirstAsync<Claim>(
        $"""
        SELECT x.Id, x.State, COALESCE(x.OrganisationId, x.PostedBy) AS OwnerId, x.CreatedAt
          FROM DuplicateKey k JOIN Listing x ON x.Id = k.ItemId
          LEFT JOIN Duplicate d ON (d.AId = x.Id AND d.BId = @Id) OR (d.AId = @Id AND d.BId = x.Id)
         WHERE k.Side = 'listing' AND k.Value = @Value AND k.ItemId <> @Id AND {IsAnothers}
           AND ((d.State = 'resolved' AND ((d.Decision = 'a' AND d.AId = x.Id) OR (d.Decision = 'b' AND d.BId = x.Id)))
             OR (x.State IN ('submitted', 'published', 'suspended', 'reserved') AND (d.State IS NULL OR d.State NOT IN ('dismissed', 'resolved'))))
         ORDER BY CASE x.State WHEN 'published' THEN 0 ELSE 1 END, x.CreatedAt{session.Dialect.Limit}
        """,
        new { item.Id, key.Value, item.OwnerId, Limit = 1 });

    private sealed record Claim
    {
        public required Guid Id { get; init; }

        public required string State { get; init; }

        public Guid? OwnerId { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }
    }
}
