using TechBroker.Domain.Conflicts;

namespace TechBroker.Domain.Engagements;

/// <summary>Refusals of engagements, each with what to do instead.</summary>
public static class EngagementErrors
{
    /// <summary>Says what kind of conflict, never with whom: that may be the identity of a blind need.</summary>
    public static MarketError InConflict(IReadOnlyList<ConflictFinding> conflicts)
    {
        var kinds = conflicts.Select(c => c.Kind).Distinct().ToArray();
        return new MarketError("conflict-of-interest", ErrorKind.Rule, new(
            $"存在利益冲突（{string.Join("、", kinds.Select(k => ChineseNames.Of(k)))}），须回避：请将此对接交由没有利益冲突的技术经理人办理。",
            $"There is a conflict of interest ({string.Join(", ", kinds.Select(Codes.Of))}): leave this engagement to a manager who has none."));
    }

    public static MarketError NotOnMarket<TState>(string what, TState state)
        where TState : struct, Enum => new($"{what}-not-open", ErrorKind.Conflict, new(
        $"{(what == "listing" ? "成果" : "需求")}当前状态为“{ChineseNames.Of(state)}”，未在发布中；请先发布，再发起对接。",
        $"The {what} is {Codes.Of(state)} and not on the market; publish it before it is engaged."));

    public static MarketError Exists(Guid id) => new("engagement-exists", ErrorKind.Conflict, new(
        $"该成果与该需求已有进行中的对接（{id}），请在其中继续。",
        $"This pair already has a live engagement ({id}); go on in that one."));

    public static MarketError WrongState(EngagementState state, EngagementAction action) => new("engagement-wrong-state", ErrorKind.Conflict, new(
        $"对接当前状态为“{ChineseNames.Of(state)}”，不能{ChineseNames.Of(action)}。{Remedy(state, action).Zh}",
        $"The engagement is {Codes.Of(state)}; {Codes.Of(action)} is not possible from there. {Remedy(state, action).En}"));

    public static MarketError Frozen(EngagementAction action) => new("engagement-frozen", ErrorKind.Conflict, new(
        $"因技术经理人存在利益冲突，对接已冻结，不能{ChineseNames.Of(action)}；请先移交给其他技术经理人，或予以终止。",
        $"The engagement is frozen for a conflict of interest of its manager; {Codes.Of(action)} has to wait until it is handed over. It can also be closed."));

    public static MarketError InterestKnown(EngagementSide side) => new("interest-already-recorded", ErrorKind.Conflict, new(
        $"{(side is EngagementSide.Listing ? "成果方" : "需求方")}的意向已登记，无需重复提交。",
        $"The interest of the {Codes.Of(side)} side is on record; there is nothing to add."));

    public static MarketError Unmanaged() => new("engagement-unmanaged", ErrorKind.Conflict, new(
        "此对接尚无技术经理人负责，请先由一位技术经理人接手（hand-over），再办理此步骤。",
        "Nobody runs this engagement yet; a manager takes it up (hand-over) before this step."));

    public static MarketError RunByAnother() => new("engagement-run-by-another", ErrorKind.Rule, new(
        "此对接由另一位技术经理人负责，请与其联系，或由其移交给您。",
        "Another manager runs this engagement; talk to them, or have it handed over to you."));

    public static MarketError RunsAlready() => new("engagement-same-manager", ErrorKind.Conflict, new(
        "此对接已由该技术经理人负责，请选择另一位。", "That manager runs it already; name another one."));

    public static MarketError ReasonUnexplained() => new("reason-unexplained", ErrorKind.Rule, new(
        "原因为“其他”时须在 note 中说明，以便对方了解。", "The reason other needs words in note, so that the other side learns why."));

    public static MarketError NothingToPublicise() => new("publicity-not-needed", ErrorKind.Rule, new(
        "只有协议定价才需要公示；挂牌、拍卖、招标的价格本已公开。", "Only a negotiated price is made public; listed, auctioned and tendered prices are public already."));

    public static MarketError ObjectionTooEarly() => new("objection-before-publicity", ErrorKind.Rule, new(
        "异议收到日期早于公示起始日，请核对日期。", "The objection is dated before the publicity began; check the date."));

    public static MarketError DayInFuture() => new("day-in-future", ErrorKind.Rule, new(
        "日期晚于今天，请核对日期。", "That day has not come yet; check the date."));

    public static MarketError BeforeIntroduction(DateOnly introduced) => new("day-before-introduction", ErrorKind.Rule, new(
        $"日期早于引荐日（{introduced:yyyy-MM-dd}），请核对日期。", $"That day lies before the introduction ({introduced:yyyy-MM-dd}); check the date."));

    public static MarketError PublicityRuns(DateOnly ends) => new("publicity-runs", ErrorKind.Conflict, new(
        $"公示期未满，合同最早可于 {ends:yyyy-MM-dd} 签订。", $"The publicity period is not over; the contract can be signed from {ends:yyyy-MM-dd} on."));

    public static MarketError PublicityMissing() => new("publicity-missing", ErrorKind.Conflict, new(
        "出让方为事业单位且采用协议定价，签约前须先公示成果名称与价格（publicity）。",
        "The seller is a public institution and the price was negotiated: make the result's name and price public (publicity) before signing."));

    public static MarketError GoneFromMarket(string what) => new($"{what}-gone", ErrorKind.Conflict, new(
        $"{(what == "listing" ? "成果" : "需求")}已退出市场，对接不能重新开启；如有新的条目，请另行发起对接。",
        $"The {what} has left the market for good, so its engagement cannot be reopened; log one with what is on the market."));

    private static Text Remedy(EngagementState state, EngagementAction action) => (state, action) switch
    {
        (EngagementState.Closed, _) => new("请先重新开启（reopen）。", "Reopen it first."),
        (EngagementState.Proposed or EngagementState.Interested, EngagementAction.Introduce) => new("请待双方都表示意向后再引荐。", "Wait until both sides are interested."),
        (EngagementState.Signed, EngagementAction.Close or EngagementAction.Decline) => new("已签约，请在合同中登记终止或冲销。", "It is signed: terminate or reverse the contract instead."),
        (EngagementState.Proposed or EngagementState.Interested or EngagementState.Mutual, EngagementAction.Arrange or EngagementAction.Meet or EngagementAction.Negotiate or EngagementAction.Outcome) =>
            new("请先由技术经理人引荐双方。", "A manager introduces the two sides first."),
        (not EngagementState.Signed, EngagementAction.Publicise or EngagementAction.Sign) => new("请先进入谈判并确定定价方式（negotiate）。", "Begin the negotiation with its price mode first (negotiate)."),
        (not EngagementState.Signed, EngagementAction.Object) => new("目前没有公示。", "Nothing is being made public."),
        (not EngagementState.Signed, EngagementAction.Unsign) => new("尚未签约。", "It is not signed."),
        (_, EngagementAction.Reopen) => new("对接仍在进行中，无需重新开启。", "It is still going on."),
        _ => new("该步骤已经完成。", "That step lies behind it."),
    };
}
