using TechBroker.Domain.Listings;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>Whether an organisation approves its listings, and whether somebody is its approver, as of this moment.</summary>
public static class ListingApprovals
{
    public static async Task<ListingApproval> OfAsync(SqlSession session, Guid? organisationId, Guid? accountId)
    {
        var row = organisationId is null ? null : await session.FirstAsync<Row>(
            """
            SELECT o.ApprovesListings AS Asked,
                   (SELECT COUNT(*) FROM Account a WHERE a.Id = @accountId AND a.OrganisationId = o.Id AND a.IsApprover = 1 AND a.State = 'active') AS Approvers
              FROM Organisation o WHERE o.Id = @organisationId
            """,
            new { organisationId, accountId });
        return row is null ? ListingApproval.None : new ListingApproval(row.Asked, row.Approvers > 0);
    }

    private sealed record Row
    {
        public required bool Asked { get; init; }

        public required long Approvers { get; init; }
    }
}
