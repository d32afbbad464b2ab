namespace TechBroker.Domain.Duplicates;

/// <summary>Refusals around duplicates, each with what to do instead.</summary>
public static class DuplicateErrors
{
    public static MarketError NotOneOwner() => new("duplicate-of-two-owners", ErrorKind.Conflict, new(
        "两条记录属于不同的单位或个人，不能合并；请由中心运营人员裁定权属（resolve），或标记为不重复（dismiss）。",
        "The two belong to different owners and cannot be merged; an organiser decides whose it is (resolve), or dismisses the pair."));

    public static MarketError KeepsNeither() => new("duplicate-keeps-neither", ErrorKind.Rule, new(
        "keep 须为这两条记录之一的编号。", "keep must be the id of one of the two."));

    public static MarketError WrongState(DuplicateState state) => new("duplicate-wrong-state", ErrorKind.Conflict, new(
        state is DuplicateState.Merged ? "已经合并；如需更改，请先撤销合并（unmerge）。" : $"当前状态为“{ChineseNames.Of(state)}”，没有可撤销的合并。",
        state is DuplicateState.Merged ? "They are merged; take that back first (unmerge)." : $"The pair is {Codes.Of(state)}: there is no merge to take back."));

    public static MarketError NoDispute() => new("duplicate-no-dispute", ErrorKind.Conflict, new(
        "只有不同权属人的成果出现相同的登记号或专利号时才需裁定。", "Only listings of different owners with the same registration or patent number need a decision."));

    public static MarketError Gone(string what, Guid id) => new("duplicate-item-gone", ErrorKind.Conflict, new(
        $"{Zh(what)} {id} 已撤回、已成交或已并入其他记录，不能再合并或撤销合并。",
        $"The {what} {id} has left the market for good or was merged elsewhere; nothing can be merged or taken back with it."));

    public static MarketError KeepNotOpen() => new("duplicate-keep-not-open", ErrorKind.Conflict, new(
        "另一条正在发布，而要保留的一条未发布；请先发布要保留的一条，或改为保留另一条。",
        "The other one is on the market and the one to keep is not: publish it first, or keep the other one."));

    public static MarketError KeepMoreHidden() => new("duplicate-keep-more-hidden", ErrorKind.Conflict, new(
        "要保留的需求比另一条公开程度低，合并后对接方将看不到它；请保留公开程度较高的一条，或先修改公开方式。",
        "The need to keep is more hidden than the other one, and partners would lose sight of it: keep the more open one, or change its visibility first."));

    public static MarketError Merged(string what, Guid keptId) => new($"{what}-merged", ErrorKind.Conflict, new(
        $"该{Zh(what)}已并入 {keptId}，请在保留的记录中操作；或先撤销合并。",
        $"This {what} was merged into {keptId}: go on with that one, or take the merge back first."));

    /// <summary>Says nothing of the other owner; their listing is named where everybody can read it.</summary>
    /// <param name="because">Which number it is.</param>
    /// <param name="published">The other listing's id; null where it is not public.</param>
    public static MarketError OwnershipDispute(DuplicateReason because, Guid? published)
    {
        var (zh, en) = because is DuplicateReason.PatentNumber ? ("专利号", "patent number") : ("登记号", "registration number");
        return new("ownership-dispute", ErrorKind.Conflict, new(
            $"该成果的{zh}已由另一成果{(published is null ? "" : $"（{published}）")}登记，权属有待确认，暂不能发布。请联系技术交易中心核实权属，裁定后即可发布；也可先存为草稿。",
            $"The {en} is claimed by another listing{(published is null ? "" : $" ({published})")}, so publication waits until it is settled whose it is; ask the centre. It can be kept as a draft meanwhile."));
    }

    private static string Zh(string what) => what == "listing" ? "成果" : "需求";
}
