using TechBroker.Domain.Engagements;

namespace TechBroker.Domain.Statistics;

/// <summary>From one stage to the next, in days.</summary>
public sealed record FunnelStep(FunnelStage From, FunnelStage To, Spread Days);

/// <summary>How many ended so: for which reason, how far they had come, and who ended it (null is the manager).</summary>
public sealed record FunnelLoss(CloseReason Reason, FunnelStage Stage, EngagementSide? Side, int Count);

/// <summary>How far a number of engagements came. The losses add up to <see cref="Closed"/>.</summary>
public sealed record Funnel(IReadOnlyList<int> Reached, int Closed, IReadOnlyList<FunnelStep> Steps, IReadOnlyList<FunnelLoss> Losses)
{
    private static readonly FunnelStage[] Stages = Enum.GetValues<FunnelStage>();

    public static Funnel Of(IReadOnlyCollection<EngagementCourse> courses)
    {
        var losses = courses.Where(c => c.CloseReason is not null).GroupBy(c => (c.CloseReason!.Value, c.Furthest, c.ClosedBySide))
            .Select(g => new FunnelLoss(g.Key.Value, g.Key.Furthest, g.Key.ClosedBySide, g.Count()))
            .OrderByDescending(l => l.Count).ThenBy(l => l.Stage).ThenBy(l => l.Reason).ThenBy(l => l.Side);
        return new(
            [.. Stages.Select(s => courses.Count(c => c.Reached[(int)s] is not null))],
            courses.Count(c => c.CloseReason is not null),
            [.. Stages.Zip(Stages.Skip(1)).Select(s => StepOf(courses, s.First, s.Second)).OfType<FunnelStep>()],
            [.. losses]);
    }

    // A stage may be skipped, or made up for later (a first meeting while they negotiate): that is no step from one to the other.
    private static FunnelStep? StepOf(IReadOnlyCollection<EngagementCourse> courses, FunnelStage from, FunnelStage to) =>
        Spread.Of(courses.Select(c => c.Reached[(int)to] - c.Reached[(int)from]).OfType<TimeSpan>().Where(t => t >= TimeSpan.Zero).Select(t => t.TotalDays)) is { } days
            ? new FunnelStep(from, to, days)
            : null;
}
