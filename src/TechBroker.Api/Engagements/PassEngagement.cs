using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Managers;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements/{id}/pass: a manager does not take it on, and it goes to the next in the same transaction.</summary>
internal static class PassEngagement
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/pass", Rules.RunEngagement, (Guid id, Body<EngagementPassBody> body, HttpContext http, Writes writes, DispatchOptions options, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => PassAsync(step, body.Value, options), recused: true))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("passEngagement").WithSummary("Pass on an engagement that was dispatched to you");

    private static async Task<IResult> PassAsync(EngagementStep step, EngagementPassBody body, DispatchOptions options)
    {
        var (session, caller, id) = (step.Session, step.Caller.AccountId, step.Engagement.Id);

        // Whoever has a conflict can pass it on unseen, but only what is theirs.
        if (step.File.Reader.Recused && step.Engagement.ManagerId != caller)
        {
            return Problem.Of(MarketError.NotFound("engagement", id));
        }

        var (reason, note) = (Codes.Parse<PassReason>(body.Reason!), Cleaning.Trimmed(body.Note));
        if (!step.Engagement.Pass(caller, reason, note, step.Now).Is(out var passed, out var error))
        {
            return Problem.Of(error);
        }

        await DispatchStore.RefusedAsync(session, id, caller, "pass", step.Now);
        await EngagementStore.UpdateAsync(session, passed, new(EngagementAction.Dispatch, caller, new() { Pass = reason, Note = note }));
        await (options.Enabled ? DispatchRound.AssignAsync(session, [id], options, step.Now) : Task.CompletedTask);
        var now = await EngagementStore.FindAsync(session, id) ?? throw new InvalidOperationException($"Engagement {id} is gone.");
        return await (step.File with { Engagement = now }).ToAnswerAsync(session, 200);
    }
}

internal sealed class EngagementPassValidator : AbstractValidator<EngagementPassBody>
{
    public EngagementPassValidator()
    {
        RuleFor(e => e.Reason).Required("原因", "The reason");
        RuleFor(e => e.Reason).CodeOf<EngagementPassBody, PassReason>();
        RuleFor(e => e.Note).PlainText(NoteLength.Most);
    }
}
