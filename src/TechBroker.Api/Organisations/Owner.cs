using TechBroker.Api.Http;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Organisations;

/// <summary>The organisation that a listing or need belongs to must exist.</summary>
internal static class Owner
{
    public static async Task<Problem?> RefuseAsync(SqlSession session, Guid? organisationId) =>
        organisationId is { } id && await OrganisationStore.FindAsync(session, id) is null
            ? Problem.Invalid([new Fault("organisationId", new("没有这个单位，请先用 POST /api/v1/organisations 登记。", "There is no such organisation; add it with POST /api/v1/organisations first."))])
            : null;
}
