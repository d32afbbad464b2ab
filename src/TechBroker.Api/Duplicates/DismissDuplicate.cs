using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Engagements;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Duplicates;

/// <summary>POST /duplicates/{id}/dismiss: two different things. It stays so until an edit changes what they have in common.</summary>
internal static class DismissDuplicate
{
    public static void Map(IEndpointRouteBuilder duplicates) => duplicates
        .Post("/{id:guid}/dismiss", Rules.MergeDuplicate, (Guid id, OptionalBody<DuplicateDismissBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DuplicateStep.RunAsync(http, writes, clock, id, step => step.SaveAsync(step.Pair.Dismiss(Cleaning.Trimmed(body.Value.Note), step.Caller.AccountId, step.Now), "dismissed")))
        .Produces<DuplicateBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
        .WithName("dismissDuplicate").WithSummary("Say that two are not the same thing");
}
