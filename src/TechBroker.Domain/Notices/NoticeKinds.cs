using TechBroker.Domain.Engagements;

namespace TechBroker.Domain.Notices;

/// <summary>What people, webhooks and robots are told of: the actions on engagements, and what becomes of contracts.</summary>
public static class NoticeKinds
{
    public const string DealRecorded = "deal.recorded", DealChanged = "deal.changed", EngagementEscalated = "engagement.escalated", WebhookDisabled = "webhook.disabled";

    /// <summary>Those that a person, a webhook or a robot can choose from.</summary>
    public static readonly IReadOnlyList<string> All = [.. Codes.All<EngagementAction>().Select(a => $"engagement.{a}"), EngagementEscalated, DealRecorded, DealChanged];

    public static string Of(EngagementAction action) => $"engagement.{Codes.Of(action)}";

    /// <summary>Null where the kind is not about an engagement.</summary>
    public static EngagementAction? ActionOf(string kind) =>
        kind.StartsWith("engagement.", StringComparison.Ordinal) && Codes.TryParse<EngagementAction>(kind["engagement.".Length..], out var action) ? action : null;

    /// <summary>What the two sides are told of; the rest is the centre's own affair.</summary>
    public static bool IsForParties(EngagementAction action) => action is not (
        EngagementAction.Freeze or EngagementAction.Dispatch or EngagementAction.Credit or EngagementAction.Move);

    /// <summary>
    /// What organisers are told of, because somebody has to decide: nobody runs it, its manager may not, or somebody objects. One that goes from
    /// manager to manager is the program's affair until that has given up on it, which is a kind of its own.
    /// </summary>
    public static bool Escalates(EngagementAction action, bool hasManager) =>
        action is EngagementAction.Freeze or EngagementAction.Object
        || (!hasManager && action is EngagementAction.Interest or EngagementAction.Reopen);
}
