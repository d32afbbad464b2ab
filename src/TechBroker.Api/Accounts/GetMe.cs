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
        var (account, organisation) = await database.SnapshotAsync(
            async s => (
                await AccountStore.FindAsync(s, caller.AccountId),
                caller.OrganisationId is { } id ? await OrganisationStore.FindAsync(s, id) : null),
            ct);
        return new Answer(200, new MeBody
        {
            Id = caller.AccountId,
            Email = account!.Email,
            DisplayName = caller.DisplayName,
            Roles = [.. caller.Roles.Select(Codes.Of)],
            Organisation = organisation?.ToBody(http.Request.PrefersEnglish()),
            Approver = caller.IsApprover,
            SecondFactor = account.SecondFactor,
            SignedInBy = caller.Via,
        });
    }
}
