using System.Globalization;

namespace TechBroker.Domain.Deals;

/// <summary>Refusals around contracts, each with what to do instead.</summary>
public static class DealErrors
{
    public static MarketError WrongState(DealState state, DealAction action) => new("deal-wrong-state", ErrorKind.Conflict, new(
        $"合同当前状态为“{ChineseNames.Of(state)}”，不能{ChineseNames.Of(action)}。{Remedy(state, action).Zh}",
        $"The contract is {Codes.Of(state)}; {Codes.Of(action)} is not possible from there. {Remedy(state, action).En}"));

    public static MarketError EngagementSigned(Guid dealId) => new("engagement-signed", ErrorKind.Conflict, new(
        $"此对接已录入合同（{dealId}），同一合同只录入一次；如属后续合同，请在 followsDealId 中注明所接续的合同。",
        $"This engagement has its contract on record ({dealId}), and one contract is recorded once; a further contract names the one it follows in followsDealId."));

    public static MarketError Pending(Guid dealId) => new("deal-pending", ErrorKind.Conflict, new(
        $"此对接的另一份合同（{dealId}）正待第二人审批，请先处理该审批。",
        $"Another contract of this engagement ({dealId}) waits for its second approval; have that decided first."));

    public static MarketError FollowsUnsuitable() => new("follows-unsuitable", ErrorKind.Rule, new(
        "followsDealId 所指的合同不存在、未生效或不属于同一对接，请核对。",
        "The contract in followsDealId does not exist, is not in force, or belongs to another engagement; check its id."));

    public static MarketError Followed(Guid dealId) => new("deal-followed", ErrorKind.Conflict, new(
        $"后续合同（{dealId}）以此合同为前提，请先冲销后续合同，或不予批准。",
        $"A further contract ({dealId}) follows this one; reverse or reject that one first."));

    public static MarketError OwnApproval() => new("approval-by-recorder", ErrorKind.Forbidden, new(
        "录入合同的人不能审批自己录入的合同，无论以何种角色；请由另一位中心运营人员或管理员审批。",
        "Whoever recorded a contract cannot approve it, under no role; another organiser or administrator does."));

    public static MarketError RunByAnother() => new("deal-run-by-another", ErrorKind.Rule, new(
        "此合同由另一位技术经理人负责，请与其或中心运营人员联系。", "Another manager runs this contract; talk to them or to an organiser."));

    public static MarketError AlreadyRegistered() => new("already-registered", ErrorKind.Conflict, new(
        "此合同已登记，登记编号不能更改；如登记有误，请冲销后重新录入。", "This contract is registered, and that does not change; reverse it and record it anew if it was wrong."));

    public static MarketError NumberTaken() => new("registration-number-taken", ErrorKind.Conflict, new(
        "该登记编号已用于另一份有效合同，请核对；若那一份系误录，请先冲销。", "That number belongs to another standing contract; check it, and reverse the other one if that was recorded in error."));

    public static MarketError BeforeSigning(string field, DateOnly signedOn) => new("before-signing", ErrorKind.Rule, new(
        $"{field} 早于签订日期 {signedOn:yyyy-MM-dd}，请核对日期。", $"{field} lies before the day of signing, {signedOn:yyyy-MM-dd}; check the dates."));

    public static MarketError OtherCurrency(string currency) => new("currency-differs", ErrorKind.Rule, new(
        $"合同以 {currency} 计价，到款须为同一币种。", $"The contract is in {currency}, and so are its payments."));

    public static MarketError Overpaid(long left, string currency)
    {
        var amount = Money.MajorOf(left, currency).ToString($"N{Money.DigitsOf(currency)}", CultureInfo.InvariantCulture);
        return new MarketError("payments-exceed-amount", ErrorKind.Rule, new(
            $"到款合计将超过合同成交额，最多还可录入 {amount} {(currency == "CNY" ? "元" : currency)}；只有付款方式含提成的合同可以超出。",
            $"The payments would pass the contract's amount; at most {currency} {amount} is left. Only a plan with a royalty goes beyond."));
    }

    public static MarketError TooMuch() => new("amount-too-large", ErrorKind.Rule, new(
        $"金额合计超过可记录的上限 {Money.Largest}，请核对金额。", $"The sum would pass {Money.Largest} minor units, the most that can be recorded; check the amount."));

    public static MarketError NoSuchPayment(int number) => new("payment-not-found", ErrorKind.NotFound, new(
        $"台账中没有第 {number} 号到款，请核对台账。", $"Line {number} of the ledger is no payment; look at the ledger."));

    public static MarketError PaymentReversed() => new("payment-reversed", ErrorKind.Conflict, new("该笔到款已经冲销。", "That payment is taken back already."));

    private static Text Remedy(DealState state, DealAction action) => (state, action) switch
    {
        (DealState.PendingApproval, _) => new("请先由第二人审批（approval）。", "A second person approves it first (approval)."),
        (DealState.Rejected, _) => new("该合同未获批准，请重新录入。", "It was not approved; record it anew."),
        (DealState.Reversed, _) => new("该合同已冲销，如需更正请重新录入。", "It was reversed; record it anew."),
        (_, DealAction.Approve or DealAction.Reject) => new("该合同已不在审批中。", "It does not wait for an approval."),
        (DealState.Registered, DealAction.Register or DealAction.Refuse) => new("该合同已登记。", "It is registered already."),
        (_, DealAction.Register or DealAction.Refuse) => new("合同已结束，不再办理登记。", "The contract has ended; it is not registered any more."),
        _ => new("合同已结束；如系误录，请冲销（reversal）。", "The contract has ended; reverse it if that was recorded in error."),
    };
}
