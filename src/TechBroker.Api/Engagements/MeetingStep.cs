using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>One change of a meeting that exists, as a step of its engagement.</summary>
internal static class MeetingStep
{
    /// <param name="step">The engagement's.</param>
    /// <param name="meetingId">One of its meetings.</param>
    /// <param name="action"><see cref="EngagementAction.Arrange"/> or <see cref="EngagementAction.Meet"/>.</param>
    /// <param name="change">What becomes of the meeting.</param>
    public static async Task<IResult> RunAsync(EngagementStep step, Guid meetingId, EngagementAction action, Func<Meeting, Outcome<Meeting>> change)
    {
        if (!step.MayRun)
        {
            return step.RefusedToOthers();
        }

        if (await MeetingStore.FindAsync(step.Session, meetingId) is not { } meeting || meeting.EngagementId != step.Engagement.Id)
        {
            return Problem.Of(MarketError.NotFound("meeting", meetingId));
        }

        return change(meeting).Is(out var changed, out var error)
            ? (await SaveAsync(step, action, changed, () => MeetingStore.UpdateAsync(step.Session, changed))).With(changed, step.File.Reader)
            : Problem.Of(error);
    }

    public static Task<IResult> SaveAsync(EngagementStep step, EngagementAction action, Meeting meeting, Func<Task> write) => step.SaveAsync(
        action is EngagementAction.Meet ? step.Engagement.Meet(step.Now) : step.Engagement.Arrange(step.Now),
        action,
        new() { MeetingId = meeting.Id, MeetingState = meeting.State },
        write);
}
