using Microsoft.AspNetCore.Http;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Engagements;

/// <summary>One action on an engagement in its transaction: opened for the caller, decided, stored with its log entry.</summary>
internal sealed record EngagementStep(WriteSession Session, EngagementFile File, Caller Caller, DateTimeOffset Now)
{
    public Engagement Engagement => File.Engagement;

    /// <summary>The manager who runs it, or an organiser.</summary>
    public bool MayRun => File.Reader.IsBroker && (Caller.IsOrganiser || Engagement.ManagerId == Caller.AccountId);

    public static Task<IResult> RunAsync(
        HttpContext http, Writes writes, TimeProvider clock, Guid id, Func<EngagementStep, Task<IResult>> step, bool recused = false, bool mustMatch = false) =>
        writes.RunAsync(http, async session =>
        {
            var caller = Caller.Required(http);
            if (await new EngagementDesk(session, caller).OpenAsync(id, recused) is not { } file)
            {
                return Problem.Of(MarketError.NotFound("engagement", id));
            }

            return IfMatch.Check(http, file.Engagement.Revision, required: mustMatch) ?? await step(new(session, file, caller, clock.GetUtcNow()));
        });

    public async Task<IResult> SaveAsync(Outcome<Engagement> outcome, EngagementAction action, EngagementDetails details, Func<Task>? first = null)
    {
        if (!outcome.Is(out var moved, out var error))
        {
            return Problem.Of(error);
        }

        // Before the step is told of: whoever may know of it only through this is told, too.
        await (first?.Invoke() ?? Task.CompletedTask);
        if (await EngagementStore.UpdateAsync(Session, moved, new(action, Caller.AccountId, details)) is { } other)
        {
            // Only an engagement that is opened again can meet another one of its pair; then nothing was written yet.
            return first is null ? new ExistingEngagement(other) : throw new InvalidOperationException($"Engagement {moved.Id} was live and is not the only one of its pair.");
        }

        return await (File with { Engagement = moved }).ToAnswerAsync(Session, 200);
    }

    /// <summary>The side for which the caller speaks: its own, or for whoever runs the engagement the one that is named.</summary>
    public (EngagementSide Side, Problem? Refused) SideOf(string? named)
    {
        var asked = named is null ? (EngagementSide?)null : Codes.Parse<EngagementSide>(named);
        return File.Reader.Side is { } own
            ? (own, asked is null || asked == own ? null : Problem.Invalid([new Fault("side", new("您只能代表本方，请去掉 side 或改为本方。", "You speak for your own side only; leave side out or name your own."))]))
            : (asked ?? default, !MayRun ? RefusedToOthers() : asked is null ? Problem.Invalid([new Fault("side", new("须指明代哪一方登记：listing 或 need。", "Name the side you record this for: listing or need."))]) : null);
    }

    /// <summary>A party, or a manager who does not run it.</summary>
    public Problem RefusedToOthers() => File.Reader.IsBroker
        ? Problem.Of(Engagement.ManagerId is null ? EngagementErrors.Unmanaged() : EngagementErrors.RunByAnother())
        : new Problem(403, "not-allowed", new("此步骤由负责对接的技术经理人办理，请与其联系。", "The manager who runs the engagement takes this step; talk to them."));
}
