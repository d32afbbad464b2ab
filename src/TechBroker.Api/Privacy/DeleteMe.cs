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

/// <summary>DELETE /me</summary>
internal static class DeleteMe
{
    public static void Map(IEndpointRouteBuilder me) => me.Delete("", Rule.InPerson, HandleAsync)
        .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(429)
        .WithName("deleteMe").WithSummary("Delete one's own account")
        .WithDescription("Name, address, sign-ins and keys are erased; records of contracts, engagements and the audit keep an id. What one posted for no organisation is withdrawn.");

    private static async Task<IResult> HandleAsync(Body<DeleteMeBody> body, HttpContext http, Database database, PasswordProof proof)
    {
        if (await database.ReadAsync(s => AccountStore.FindAsync(s, Caller.Required(http).AccountId), http.RequestAborted) is not { PasswordHash: not null })
        {
            return PasswordProof.NoPassword;
        }

        var result = await proof.RunAsync(http, body.Value.Password!, _ => Task.FromResult<ProvenUseCase?>(async (session, account, now) =>
            await Deletion.RunAsync(session, account, Codes.Of(ErasureReason.Requested), now) ?? Results.NoContent()));
        if (result is not Problem)
        {
            Sessions.ClearCookie(http);
        }

        return result;
    }
}

internal sealed class DeleteMeValidator : AbstractValidator<DeleteMeBody>
{
    public DeleteMeValidator()
    {
        RuleFor(m => m.Password).Required("当前密码", "The current password");
        RuleFor(m => m.Password).Must(p => p is null || p.Length <= PasswordRules.Longest).Says("密码过长。", "The password is too long.");
    }
}
