using TechBroker.Domain.Ceremonies;
using TechBroker.Domain.Investments;
using TechBroker.Storage.Ceremonies;
using TechBroker.Storage.Investments;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Ceremonies;

/// <summary>A ceremony with what was signed at it and stands.</summary>
internal sealed record Signed(Ceremony Ceremony, IReadOnlyList<SignedContract> Contracts, IReadOnlyList<Investment> Investments)
{
    public static async Task<Signed?> FindAsync(SqlSession session, Guid id) => await CeremonyStore.FindAsync(session, id) is { } ceremony
        ? new Signed(ceremony, await CeremonyStore.ContractsAsync(session, id), await InvestmentStore.OfCeremonyAsync(session, id))
        : null;
}
