using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Conflicts;

/// <summary>POST /conflicts/{id}/withdraw: it is true no more. What it froze stays frozen until it is handed over.</summary>
internal static class WithdrawConflict
{
    public static void Map(IEndpointRouteBuilder conflicts) => conflicts
        .Post("/{id:guid}/withdraw", Rules.WithdrawConflict, (Guid id, HttpContext http, Writes writes, TimeProvider clock) =>
            writes.RunAsync(http, session => WithdrawAsync(session, id, Caller.Required(http), clock.GetUtcNow())))
        .Produces<ConflictBody>().ProducesProblem(404).ProducesProblem(409)
        .WithName("withdrawConflict").WithSummary("Withdraw a declaration");

    private static async Task<IResult> WithdrawAsync(WriteSession session, Guid id, Caller caller, DateTimeOffset now)
    {
        if (await ConflictStore.FindAsync(session, id) is not { } declaration || declaration.AccountId != caller.AccountId)
        {
            return Problem.Of(MarketError.NotFound("conflict", id));
        }

        if (!declaration.Withdraw(now).Is(out var withdrawn, out var error))
        {
            return Problem.Of(error);
        }

        await ConflictStore.WithdrawAsync(session, withdrawn);
        return new Answer(200, withdrawn.ToBody());
    }
}
