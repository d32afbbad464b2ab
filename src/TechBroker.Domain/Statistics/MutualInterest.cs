using TechBroker.Domain.Engagements;

namespace TechBroker.Domain.Statistics;

/// <summary>When both sides were first interested at the same time. A side that declined has to become interested again.</summary>
public static class MutualInterest
{
    /// <param name="entries">Of one engagement, in the order in which it happened; other actions do not matter.</param>
    public static DateTimeOffset? Since(IEnumerable<(EngagementAction Action, EngagementSide? Side, DateTimeOffset At)> entries)
    {
        var interested = new HashSet<EngagementSide>();
        foreach (var (action, side, at) in entries)
        {
            if (action is EngagementAction.Decline && side is { } declined)
            {
                interested.Remove(declined);
            }
            else if (action is EngagementAction.Interest && side is { } keen && interested.Add(keen) && interested.Count == 2)
            {
                return at;
            }
        }

        return null;
    }
}
