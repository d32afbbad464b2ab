using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Needs;

/// <summary>POST /needs/{id}/publish and /withdraw: one step from state to state; If-Match is checked where it is sent.</summary>
internal static class StepNeed
{
    public static void Map(IEndpointRouteBuilder needs)
    {
        Map("publish", NeedAction.Publish, "Open a need to matching, or renew an expired one");
        Map("withdraw", NeedAction.Withdraw, "Take a need off the market for good");

        void Map(string name, NeedAction action, string summary) => needs
            .Post($"/{{id:guid}}/{name}", Rules.ChangeNeed, (Guid id, HttpContext http, Writes writes, VocabularySet vocabularies, NeedAnswers answers, ApiOptions options, TimeProvider clock) =>
                writes.RunAsync(http, session => StepAsync(session, vocabularies, id, action, options.NeedLifetimeDays, clock.GetUtcNow(), http, answers)))
            .Produces<NeedBody>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .WithName($"{name}Need").WithSummary(summary);
    }

    private static async Task<IResult> StepAsync(
        WriteSession session, VocabularySet vocabularies, Guid id, NeedAction action, int lifetimeDays, DateTimeOffset now, HttpContext http, NeedAnswers answers)
    {
        if (await NeedStore.FindAsync(session, id) is not { } need)
        {
            return Problem.Of(MarketError.NotFound("need", id));
        }

        if (IfMatch.Check(http, need.Revision, required: false) is { } stale)
        {
            return stale;
        }

        if (!need.Do(action, now, lifetimeDays).Is(out var moved, out var error))
        {
            return Problem.Of(error);
        }

        moved = await BlindCells.SettleAsync(session, vocabularies, moved);
        await NeedStore.UpdateAsync(session, moved, action.Done());
        if (moved.IsOpen)
        {
            await session.PublishAsync(new NeedPosted { NeedId = id, Revision = moved.Revision, At = now }, now);
        }
        else if (need.IsOpen)
        {
            await session.PublishAsync(new NeedClosed { NeedId = id, Revision = moved.Revision, At = now }, now);
        }

        return answers.Ok(http, moved);
    }
}
