using Microsoft.AspNetCore.Http;
using TechBroker.Api.Access;
using TechBroker.Api.Engagements;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Duplicates;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.People;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Duplicates;

/// <summary>One decision about a pair in its transaction.</summary>
internal sealed record DuplicateStep(WriteSession Session, Duplicate Pair, Caller Caller, DateTimeOffset Now)
{
    public static Task<IResult> RunAsync(HttpContext http, Writes writes, TimeProvider clock, Guid id, Func<DuplicateStep, Task<IResult>> step) =>
        writes.RunAsync(http, async session =>
        {
            var caller = Caller.Required(http);
            return await DuplicateStore.FindAsync(session, id) is not { } pair ? Problem.Of(MarketError.NotFound("duplicate", id))
                : caller.IsOrganiser || caller.Roles.Contains(pair.Side is DuplicateSide.Listing ? Role.Provider : Role.Seeker) ? await step(new(session, pair, caller, clock.GetUtcNow()))
                : new Problem(403, "not-allowed", new("您的角色不能处理这类记录，请联系本单位的同事或管理员。", "Your role does not work with these; ask a colleague or an administrator."));
        });

    public async Task<IResult> SaveAsync(Outcome<Duplicate> outcome, string what, Func<Duplicate, Task<DuplicateBody>>? then = null)
    {
        if (!outcome.Is(out var decided, out var error))
        {
            return Problem.Of(error);
        }

        await DuplicateStore.UpdateAsync(Session, decided, what);
        return new Answer(200, then is null ? decided.ToBody() : await then(decided));
    }

    /// <summary>The ids of those that exist for the caller: to the owner of a listing, one with a private need does not.</summary>
    public async Task<IReadOnlyList<Guid>> VisibleAsync(IEnumerable<Engagement> engagements)
    {
        var (desk, ids) = (new EngagementDesk(Session, Caller), new List<Guid>());
        foreach (var engagement in engagements)
        {
            if (await desk.OpenAsync(engagement) is { Reader.Recused: false })
            {
                ids.Add(engagement.Id);
            }
        }

        return ids;
    }
}
