using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Organisations;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Market;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>GET /me</summary>
internal static class GetMe
{
    public static void Map(IEndpointRouteBuilder me) => me.Get("", Rule.SignedIn, HandleAsync)
        .Produces<MeBody>().ProducesProblem(401)
        .WithName("getMe").WithSummary("The caller, its organisation and roles");

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var caller = Caller.Required(http);
        return await database.SnapshotAsync(async s => await AnswerAsync(s, (await AccountStore.FindAsync(s, caller.AccountId))!, http), ct);
    }

    /// <summary>The caller's account as it stands now; its ETag is what PUT /me asks for.</summary>
    public static async Task<Answer> AnswerAsync(SqlSession session, Account account, HttpContext http)
    {
        var organisation = account.OrganisationId is { } id ? await OrganisationStore.FindAsync(session, id) : null;
        return new Answer(200, new MeBody
        {
            Id = account.Id,
            Email = account.Email,
            DisplayName = account.DisplayName,
            Roles = [.. account.RoleList.Select(Codes.Of)],
            Organisation = organisation?.ToBody(http.Request.PrefersEnglish()),
            Approver = account.IsApprover,
            SecondFactor = account.SecondFactor,
            MatchingObjected = account.MatchingObjected,
            SignedInBy = Caller.Required(http).Via,
        })
        {
            Revision = account.Revision,
            About = account.Id,
        };
    }
}
