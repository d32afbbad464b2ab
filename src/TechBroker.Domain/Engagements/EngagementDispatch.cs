namespace TechBroker.Domain.Engagements;

/// <summary>Why a manager passes on what was dispatched to them.</summary>
public enum PassReason
{
    /// <summary>Too much to do.</summary>
    Capacity,

    /// <summary>Not their field.</summary>
    Expertise,

    /// <summary>Not their region.</summary>
    Region,

    /// <summary>They should not be the one, and have said no more than that.</summary>
    Conflict,

    /// <summary>With words.</summary>
    Other,
}

/// <summary>Steps between the program that gives engagements out and the managers who take them on.</summary>
public static class EngagementDispatch
{
    /// <summary>All of the credit, in hundredths of a per cent.</summary>
    public const int WholeCredit = 10_000;

    /// <summary>To a manager who has until <paramref name="acceptBy"/> to take it on; with null for the manager it waits for one.</summary>
    public static Outcome<Engagement> Dispatch(this Engagement engagement, Guid? managerId, DateTimeOffset acceptBy, DateTimeOffset now) =>
        EngagementSteps.Refuse(engagement, EngagementAction.Dispatch) is { } refused ? refused
        : (engagement with { ManagerId = managerId, AcceptBy = managerId is null ? null : acceptBy, FrozenFor = null }).Next(engagement.State, now);

    /// <summary>The manager takes it on; late is better than never, as long as it is still theirs.</summary>
    public static Outcome<Engagement> Accept(this Engagement engagement, Guid managerId, DateTimeOffset now) =>
        (EngagementSteps.Refuse(engagement, EngagementAction.Accept) ?? RefuseAsked(engagement, managerId)) is { } refused ? refused
        : (engagement with { AcceptBy = null }).Next(engagement.State, now);

    /// <summary>The manager does not take it on; it waits for another one.</summary>
    public static Outcome<Engagement> Pass(this Engagement engagement, Guid managerId, PassReason reason, string? note, DateTimeOffset now) =>
        (EngagementSteps.Refuse(engagement, EngagementAction.Dispatch) ?? RefuseAsked(engagement, managerId)) is { } refused ? refused
        : reason is PassReason.Other && string.IsNullOrWhiteSpace(note) ? EngagementErrors.ReasonUnexplained()
        : (engagement with { ManagerId = null, AcceptBy = null, FrozenFor = null }).Next(engagement.State, now);

    /// <summary>Who works on it has taken it on.</summary>
    public static Engagement TakenUp(this Engagement engagement) => engagement with { AcceptBy = null };

    /// <summary>A person logs the pair that the program had proposed and nobody has touched: it is theirs now, as if they had been first.</summary>
    public static Outcome<Engagement> Adopt(this Engagement engagement, Guid loggedBy, Guid? managerId, string? note, DateTimeOffset now) =>
        engagement is { State: EngagementState.Proposed, LoggedBy: null, IsFrozen: false } && (engagement.ManagerId is null || engagement.AcceptBy is not null || engagement.ManagerId == managerId)
            ? (engagement with { LoggedBy = loggedBy, ManagerId = managerId ?? engagement.ManagerId, AcceptBy = managerId is null ? engagement.AcceptBy : null, Note = note }).Next(engagement.State, now)
            : EngagementErrors.Exists(engagement.Id);

    /// <summary>How its managers share the credit: exactly the whole, and whoever runs it has a part.</summary>
    public static Outcome<Engagement> Credit(this Engagement engagement, IReadOnlyCollection<(Guid ManagerId, int BasisPoints)> shares, DateTimeOffset now) =>
        EngagementSteps.Refuse(engagement, EngagementAction.Credit) is { } refused ? refused
        : engagement.ManagerId is not { } runner ? EngagementErrors.Unmanaged()
        : shares.Sum(s => (long)s.BasisPoints) is var sum && sum != WholeCredit ? CreditIsNotWhole(sum)
        : shares.All(s => s.ManagerId != runner) ? CreditWithoutRunner()
        : engagement.Next(engagement.State, now);

    private static MarketError? RefuseAsked(Engagement engagement, Guid managerId) =>
        engagement.ManagerId is null ? EngagementErrors.Unmanaged()
        : engagement.ManagerId != managerId ? EngagementErrors.RunByAnother()
        : engagement.AcceptBy is null ? Accepted()
        : null;

    private static MarketError Accepted() => new("engagement-accepted", ErrorKind.Conflict, new(
        "此对接已由您接下；如不能继续，请移交（hand-over）或终止（close）。",
        "You have taken this engagement on already; hand it over or close it if you cannot go on."));

    private static MarketError CreditIsNotWhole(long sum)
    {
        var (difference, per) = (Math.Abs(WholeCredit - sum), sum / 100m);
        var (zh, en) = sum < WholeCredit ? ("还差", "is missing") : ("多出", "is too much");
        return new MarketError("credit-not-whole", ErrorKind.Rule, new(
            FormattableString.Invariant($"各技术经理人的份额合计须恰为 100%（10,000 个基点），现合计 {per:0.00}%，{zh} {difference / 100m:0.00}%（{difference:N0} 个基点）。"),
            FormattableString.Invariant($"The shares must add up to exactly 100 % (10,000 basis points); they make {per:0.00} %, {difference / 100m:0.00} % ({difference:N0} basis points) {en}.")));
    }

    private static MarketError CreditWithoutRunner() => new("credit-without-runner", ErrorKind.Rule, new(
        "负责此对接的技术经理人须在分配名单中。", "The manager who runs the engagement must have a share."));
}
