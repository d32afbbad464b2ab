using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Evidence;

/// <summary>Contracts put straight into the database: what is tested is what hangs on them.</summary>
internal static class SignedDeals
{
    /// <param name="database">Where.</param>
    /// <param name="parties">Organisations and people; the first sells.</param>
    public static async Task<Guid> AddAsync(Database database, params (Guid? Organisation, Guid? Account)[] parties)
    {
        var (id, now) = (Guid.NewGuid(), DateTimeOffset.UtcNow);
        await database.WriteAsync(
            async s =>
            {
                await s.RunAsync(
                    """
                    INSERT INTO Deal (Id, Revision, State, ContractType, Title, Currency, AmountMinorUnits, TechnologyMinorUnits, PaymentPlan, Terms, SignedOn,
                           SellerRegion, SellerKind, BuyerRegion, BuyerKind, RecordedBy, CreatedAt, UpdatedAt)
                    VALUES (@id, 1, 'signed', 'licence', '磁体专利许可', 'CNY', 100, 100, '{}', '{}', '2026-01-02', '110000', 'university', '110000', 'enterprise', @id, @now, @now)
                    """,
                    new { id, now });
                for (var i = 0; i < parties.Length; i++)
                {
                    await s.RunAsync(
                        "INSERT INTO DealParty (DealId, Ordinal, Side, OrganisationId, AccountId, Name, Kind, RegionCode) VALUES (@id, @i, @side, @Organisation, @Account, '某方', 'university', '110000')",
                        new { id, i, side = i == 0 ? "seller" : "buyer", parties[i].Organisation, parties[i].Account });
                }
            },
            CancellationToken.None);
        return id;
    }
}
