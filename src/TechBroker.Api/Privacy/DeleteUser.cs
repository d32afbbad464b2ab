using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Accounts;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Privacy;

/// <summary>DELETE /users/{id}: for somebody who asks for it, or who has left.</summary>
internal static class DeleteUser
{
    public static void Map(IEndpointRouteBuilder users) => users.Delete("/{id:guid}", Rules.LetPeopleIn, HandleAsync)
        .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
        .WithName("deleteUser").WithSummary("Delete a person's account");

    private static async Task<IResult> HandleAsync(Guid id, Body<DeleteUserBody> body, HttpContext http, Database database, TimeProvider clock) =>
        await database.WriteAsync(Caller.ActorOf(http), session => DeleteAsync(session, id, body.Value.Reason!, Caller.Required(http), clock.GetUtcNow()), http.RequestAborted)
            ?? Results.NoContent();

    private static async Task<IResult?> DeleteAsync(WriteSession session, Guid id, string reason, Caller caller, DateTimeOffset now) =>
        await AccountStore.FindAsync(session, id) is not { State: not Account.Deleted } account ? Problem.Of(MarketError.NotFound("user", id))
        : Granting.Refuse(caller, account.RoleList, after: []) ?? await Deletion.RunAsync(session, account, reason, now);
}

internal sealed class DeleteUserValidator : AbstractValidator<DeleteUserBody>
{
    public DeleteUserValidator()
    {
        RuleFor(u => u.Reason).Required("原因", "The reason");
        RuleFor(u => u.Reason).CodeOf<DeleteUserBody, ErasureReason>();
    }
}
