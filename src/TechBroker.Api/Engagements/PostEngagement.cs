using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements: a manager logs a pair and runs it; a side logs a pair with its own item and is interested at once.</summary>
internal static class PostEngagement
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements.Post("", Rules.LogEngagement, HandleAsync)
        .Produces<EngagementBody>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithName("postEngagement").WithSummary("Log a pair that people work on, or express interest in one");

    private static Task<IResult> HandleAsync(Body<PostEngagementBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
        writes.RunAsync(http, session => LogAsync(session, Caller.Required(http), body.Value, Guid.NewGuid(), clock.GetUtcNow()));

    private static async Task<IResult> LogAsync(WriteSession session, Caller caller, PostEngagementBody body, Guid id, DateTimeOffset now)
    {
        var (listingId, needId) = (body.ListingId!.Value, body.NeedId!.Value);
        var listing = await ListingStore.FindAsync(session, listingId);
        var need = await NeedStore.FindAsync(session, needId);
        var desk = new EngagementDesk(session, caller);
        var pair = await PairFacts.FindAsync(session, listingId, needId);
        var sides = caller.IsStaff || pair is null ? [] : desk.SidesOf(pair);
        if (listing is null || !(caller.IsStaff || listing.IsOpen || sides.Contains(EngagementSide.Listing)))
        {
            return Problem.Of(MarketError.NotFound("listing", listingId));
        }

        // A private need, and one that is not on the market, get the answer of one that is not there.
        if (need is null || pair is null || !(caller.IsStaff || IsVisible(need) || sides.Contains(EngagementSide.Need)))
        {
            return Problem.Of(MarketError.NotFound("need", needId));
        }

        if (!caller.IsStaff && sides.Count == 0)
        {
            return new Problem(403, "not-allowed", new(
                "只能为本单位的成果或需求表达意向。", "Interest can be expressed for a listing or a need of your own organisation only."));
        }

        var conflicts = sides.Count > 1 ? [new ConflictFinding(ConflictKind.SameCreditCode, null)]
            : ConflictFinder.Find(caller.IsStaff ? await desk.PersonAsync() : null, pair.Listing, pair.Need);
        var managerId = caller.IsManager ? caller.AccountId : (Guid?)null;
        if (!Engagement.Log(id, listing, need, caller.AccountId, managerId, conflicts, Cleaning.Trimmed(body.Note), now).Is(out var logged, out var error))
        {
            return Problem.Of(error);
        }

        await (caller.IsStaff ? Task.CompletedTask : MakeWayAsync(session, logged, pair, sides));
        var entry = new EngagementEntry(EngagementAction.Log, caller.AccountId, new() { ManagerId = managerId, Note = logged.Note });
        if (await EngagementStore.InsertAsync(session, logged, entry) is { } existing)
        {
            // What only the program has proposed does not keep people from logging the pair: it becomes theirs.
            var live = await EngagementStore.FindAsync(session, existing) ?? throw new InvalidOperationException($"Engagement {existing} is gone.");
            if (!live.Adopt(caller.AccountId, managerId, logged.Note, now).Is(out var adopted, out _))
            {
                return new ExistingEngagement(existing);
            }

            await EngagementStore.UpdateAsync(session, adopted, entry);
            logged = adopted;
        }

        var file = await desk.OpenAsync(logged) ?? throw new InvalidOperationException("Whoever logs an engagement sees it.");
        return sides is [var own]
            ? await new EngagementStep(session, file, caller, now).SaveAsync(logged.Interest(own, now), EngagementAction.Interest, new() { Side = own }) is Answer answer
                ? answer with { Status = 201, Location = EngagementMapping.PathOf(logged.Id) }
                : throw new InvalidOperationException("A new engagement takes the interest of its first side.")
            : await file.ToAnswerAsync(session, 201);
    }

    // To the listing's side what the program proposed on a blind need does not exist. It ends when that side comes by itself: to be sent to it would
    // tell of a match that is hidden.
    private static async Task MakeWayAsync(WriteSession session, Engagement logged, PairFacts pair, IReadOnlyList<EngagementSide> sides)
    {
        if (sides is [EngagementSide.Listing] && pair.NeedVisibility != "open"
            && await EngagementStore.LiveOfPairAsync(session, logged.ListingId, logged.NeedId) is { } id
            && await EngagementStore.FindAsync(session, id) is { LoggedBy: null } hidden
            && !await SideSight.IsOpenToListingAsync(session, hidden, pair.NeedVisibility, pair.ListingOrganisationId, pair.ListingPostedBy)
            && hidden.Close(CloseReason.Duplicate, null, logged.CreatedAt).Is(out var closed, out _))
        {
            await EngagementStore.UpdateAsync(session, closed, new(EngagementAction.Close, null, new() { Reason = CloseReason.Duplicate }));
        }
    }

    private static bool IsVisible(Need need) => need.IsOpen && need.Content.Visibility is not Visibility.Private;
}
