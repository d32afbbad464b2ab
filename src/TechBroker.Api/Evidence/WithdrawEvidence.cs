using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Evidence;
using TechBroker.Storage.Evidence;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Evidence;

/// <summary>POST /deals/{id}/evidence/{fileId}/withdrawal: by the centre, or by the side that uploaded it. The file stays, marked.</summary>
internal static class WithdrawEvidence
{
    public static void Map(RouteGroupBuilder deals) => deals
        .Post("/{id:guid}/evidence/{fileId:guid}/withdrawal", Rules.FileEvidence, (Guid id, Guid fileId, Body<EvidenceWithdrawalBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            writes.RunAsync(http, session => WithdrawAsync(session, Caller.Required(http), id, fileId, body.Value.Reason!.Trim(), clock.GetUtcNow())))
        .Produces<EvidenceBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
        .WithName("withdrawEvidence").WithSummary("Withdraw a file of a deal");

    private static async Task<IResult> WithdrawAsync(WriteSession session, Caller caller, Guid dealId, Guid fileId, string reason, DateTimeOffset now)
    {
        if (await EvidenceDesk.RefuseAsync(session, caller, dealId) is { } refused)
        {
            return refused;
        }

        if (await EvidenceStore.FindAsync(session, dealId, fileId) is not { } file)
        {
            return Problem.Of(MarketError.NotFound("evidence", fileId));
        }

        if (!EvidenceDesk.MayWithdraw(caller, file))
        {
            return Problem.Of(EvidenceErrors.NotYours());
        }

        if (!file.Withdraw(caller.AccountId, reason, now).Is(out var withdrawn, out var error))
        {
            return Problem.Of(error);
        }

        await EvidenceStore.WithdrawAsync(session, withdrawn);
        return new Answer(200, withdrawn.ToBody());
    }
}

internal sealed class EvidenceWithdrawalValidator : AbstractValidator<EvidenceWithdrawalBody>
{
    public EvidenceWithdrawalValidator()
    {
        RuleFor(b => b.Reason).Required("撤回原因", "The reason");
        RuleFor(b => b.Reason).PlainText(500);
    }
}
