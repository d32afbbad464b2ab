using Microsoft.AspNetCore.Http;
using TechBroker.Api.Access;
using TechBroker.Api.Engagements;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Deals;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Deals;

/// <summary>One action on a contract in its transaction: opened for the caller, decided, stored with its log entry.</summary>
internal sealed record DealStep(WriteSession Session, DealBook Book, Caller Caller, DateTimeOffset Now, bool English)
{
    public static Task<IResult> RunAsync(HttpContext http, Writes writes, TimeProvider clock, Guid id, Func<DealStep, Task<IResult>> step) =>
        writes.RunAsync(http, async session =>
        {
            if (await DealStore.FindAsync(session, id) is not { } book)
            {
                return Problem.Of(MarketError.NotFound("deal", id));
            }

            var caller = Caller.Required(http);
            return IfMatch.Check(http, book.Deal.Revision, required: false)
                ?? await RefuseAsync(session, book.Deal, caller)
                ?? await step(new(session, book, caller, clock.GetUtcNow(), http.Request.PrefersEnglish()));
        });

    public async Task<IResult> SaveAsync(Outcome<DealBook> outcome, DealAction action, DealDetails details)
    {
        if (!outcome.Is(out var moved, out var error))
        {
            return Problem.Of(error);
        }

        return await DealStore.UpdateAsync(Session, Book, moved, new(action, Caller.AccountId, details))
            ? moved.ToAnswer(DealReader.Of(Caller, moved.Deal), English)
            : Problem.Of(DealErrors.NumberTaken());
    }

    // Whoever runs the engagement now runs its contract, too: it may have been handed over because of a conflict.
    private static async Task<IResult?> RefuseAsync(SqlSession session, Deal deal, Caller caller)
    {
        if (deal.EngagementId is not { } engagementId)
        {
            return caller.IsOrganiser || deal.ManagerId == caller.AccountId ? null : Problem.Of(DealErrors.RunByAnother());
        }

        var file = await new EngagementDesk(session, caller).OpenAsync(engagementId, recused: true);
        return file is null ? Problem.Of(MarketError.NotFound("deal", deal.Id))
            : file.Conflicts.Count > 0 ? Problem.Of(EngagementErrors.InConflict(file.Conflicts))
            : caller.IsOrganiser || file.Engagement.ManagerId == caller.AccountId ? null
            : Problem.Of(DealErrors.RunByAnother());
    }
}
