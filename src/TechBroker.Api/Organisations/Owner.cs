using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Organisations;

/// <summary>Whose a new item is: the people of the centre post for any organisation, everybody else for their own.</summary>
internal static class Owner
{
    private static readonly MarketError NotYours = new("not-your-organisation", ErrorKind.Forbidden, new(
        "只能为自己所属的单位发布；organisationId 可以不填。", "You post for your own organisation only; organisationId may be left out."));

    /// <summary>
    /// The organisation that was asked for, or else the caller's own; the refusal where that is not the caller's to choose. Whoever only works for the centre
    /// posts for others: what they name nobody for is nobody's, not their employer's, which would read it.
    /// </summary>
    public static (Guid? OrganisationId, MarketError? Refused) Of(Caller caller, Guid? asked) =>
        asked is null ? (caller.Roles.Any(role => role is Role.Provider or Role.Seeker) ? caller.OrganisationId : null, null)
        : asked == caller.OrganisationId ? (asked, null)
        : caller.IsStaff ? (asked, null)
        : (null, NotYours);

    /// <summary>An organisation that is named must exist.</summary>
    public static async Task<Problem?> RefuseAsync(SqlSession session, Guid? organisationId) =>
        organisationId is { } id && await OrganisationStore.FindAsync(session, id) is null
            ? Problem.Invalid([new Fault("organisationId", new("没有这个单位，请先用 POST /api/v1/organisations 登记。", "There is no such organisation; add it with POST /api/v1/organisations first."))])
            : null;
}
