using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements/{id}/outcome: the sides signed a memorandum or a letter of intent, which is no contract and changes no state.</summary>
internal static class RecordOutcome
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/outcome", Rules.RunEngagement, (Guid id, Body<EngagementOutcomeBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => RecordAsync(step, body.Value)))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("postOutcome").WithSummary("Record a memorandum or a letter of intent");

    private static async Task<IResult> RecordAsync(EngagementStep step, EngagementOutcomeBody body)
    {
        var (kind, on) = (Codes.Parse<EngagementOutcome>(body.Kind!), body.SignedOn!.Value);
        return step.MayRun
            ? await step.SaveAsync(
                step.Engagement.Agree(kind, on, step.Now), EngagementAction.Outcome, new() { Outcome = kind, On = on, Note = Cleaning.Trimmed(body.Note) })
            : step.RefusedToOthers();
    }
}
