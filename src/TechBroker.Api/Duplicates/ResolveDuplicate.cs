using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Duplicates;
using TechBroker.Domain.Listings;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;

namespace TechBroker.Api.Duplicates;

/// <summary>POST /duplicates/{id}/resolve: an organiser says whose it is. The other one, where it is on the market, is suspended.</summary>
internal static class ResolveDuplicate
{
    public static void Map(IEndpointRouteBuilder duplicates) => duplicates
        .Post("/{id:guid}/resolve", Rules.ResolveDuplicate, (Guid id, Body<DuplicateResolveBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DuplicateStep.RunAsync(http, writes, clock, id, step => ResolveAsync(step, body.Value)))
        .Produces<DuplicateBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
        .WithName("resolveDuplicate").WithSummary("As an organiser, decide a dispute about whose a listing is");

    private static Task<IResult> ResolveAsync(DuplicateStep step, DuplicateResolveBody body) => step.SaveAsync(
        step.Pair.Resolve(Codes.Parse<DuplicateDecision>(body.Decision!), Cleaning.Trimmed(body.Note), step.Caller.AccountId, step.Now),
        "resolved",
        async pair =>
        {
            await (pair.Decision switch
            {
                DuplicateDecision.A => SuspendAsync(step, pair.BId),
                DuplicateDecision.B => SuspendAsync(step, pair.AId),
                _ => Task.CompletedTask,
            });
            return pair.ToBody();
        });

    private static async Task SuspendAsync(DuplicateStep step, Guid id)
    {
        if (await ListingStore.FindAsync(step.Session, id) is { } listing && listing.Do(ListingAction.Suspend, step.Now, lifetimeDays: 0).Is(out var suspended, out _))
        {
            await ListingStore.UpdateAsync(step.Session, suspended, ListingAction.Suspend.Done());
            await step.Session.PublishAsync(new ListingClosed { ListingId = id, Revision = suspended.Revision, At = step.Now }, step.Now);
        }
    }
}
