using System.Globalization;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;

namespace TechBroker.Domain.Notices;

/// <summary>Notices in words: one short sentence each, for the screen and, without notes, for mails.</summary>
public static class NoticeTexts
{
    // In Chinese as in the vocabulary close-reasons; in English as words in a sentence.
    private static readonly Dictionary<CloseReason, Text> Reasons = new()
    {
        [CloseReason.Price] = new("价格未谈拢", "price"),
        [CloseReason.Maturity] = new("成熟度不符", "maturity"),
        [CloseReason.IpUnclear] = new("权属不清", "unclear intellectual property"),
        [CloseReason.Capacity] = new("承接能力不足", "capacity"),
        [CloseReason.Timing] = new("时间不合适", "timing"),
        [CloseReason.FoundElsewhere] = new("已另行解决", "found elsewhere"),
        [CloseReason.Conflict] = new("利益冲突", "conflict of interest"),
        [CloseReason.Compliance] = new("合规不通过", "compliance"),
        [CloseReason.Unresponsive] = new("对方无回应", "no response"),
        [CloseReason.Duplicate] = new("重复对接", "duplicate"),
        [CloseReason.Withdrawn] = new("已撤回", "withdrawn"),
        [CloseReason.Other] = new("其他", "other"),
    };

    /// <param name="facts">What the reader may know.</param>
    /// <param name="withNote">Adds the words that explain a reason.</param>
    public static Text Of(NoticeFacts facts, bool withNote)
    {
        var text = NoticeKinds.ActionOf(facts.Kind) is { } action ? OfEngagement(action, facts) : OfOther(facts);
        return withNote && facts.Note is { Length: > 0 } note ? new($"{text.Zh}说明：{note}", $"{text.En} Note: {note}") : text;
    }

    private static Text OfEngagement(EngagementAction action, NoticeFacts f) => action switch
    {
        EngagementAction.Log => new($"“{f.Title}”有了新的对接。", $"There is a new engagement on \"{f.Title}\"."),
        EngagementAction.Interest when f.State is EngagementState.Mutual => new($"“{f.Title}”的对接：双方均有意向，等待技术经理人引荐。", $"Engagement on \"{f.Title}\": both sides are interested; a manager introduces them next."),
        EngagementAction.Interest => new($"“{f.Title}”的对接：{SideOf(f).Zh}表示有意向。", $"Engagement on \"{f.Title}\": {SideOf(f).En} is interested."),
        EngagementAction.Decline => new($"“{f.Title}”的对接：{SideOf(f).Zh}表示暂不考虑，原因：{ReasonOf(f).Zh}。", $"Engagement on \"{f.Title}\": {SideOf(f).En} declined; reason: {ReasonOf(f).En}."),
        EngagementAction.Introduce => new($"“{f.Title}”的对接：技术经理人已引荐双方，可以查看对方信息。", $"Engagement on \"{f.Title}\": the manager has introduced the two sides; you can see each other now."),
        EngagementAction.Close => new($"“{f.Title}”的对接已终止，原因：{ReasonOf(f).Zh}。", $"The engagement on \"{f.Title}\" was closed; reason: {ReasonOf(f).En}."),
        EngagementAction.Reopen => new($"“{f.Title}”的对接已重新开启。", $"The engagement on \"{f.Title}\" was reopened."),
        EngagementAction.HandOver => new($"“{f.Title}”的对接已移交给另一位技术经理人。", $"The engagement on \"{f.Title}\" was handed over to another manager."),
        EngagementAction.Freeze => new($"“{f.Title}”的对接因技术经理人存在利益冲突而冻结，请移交或终止。", $"The engagement on \"{f.Title}\" is frozen for a conflict of interest of its manager; hand it over or close it."),
        EngagementAction.Accept => new($"“{f.Title}”的对接已由技术经理人接手。", $"A manager has taken on the engagement on \"{f.Title}\"."),
        EngagementAction.Dispatch => new($"“{f.Title}”的对接已分派给您{Until(f).Zh}。", $"The engagement on \"{f.Title}\" was given to you{Until(f).En}."),
        EngagementAction.Arrange => Arranged(f),
        EngagementAction.Meet => new($"“{f.Title}”的对接：双方已会面{When(f).Zh}。", $"Engagement on \"{f.Title}\": the sides met{When(f).En}."),
        EngagementAction.Negotiate => new($"“{f.Title}”的对接进入谈判。", $"The engagement on \"{f.Title}\" is being negotiated."),
        EngagementAction.Publicise => new($"“{f.Title}”的对接：成交价格开始公示{On(f).Zh}{Days(f).Zh}。", $"Engagement on \"{f.Title}\": the price is being made public{On(f).En}{Days(f).En}."),
        EngagementAction.Object => new($"“{f.Title}”的对接：公示期内收到异议，公示重新计时。", $"Engagement on \"{f.Title}\": somebody objects to what was made public; its period starts anew."),
        EngagementAction.Outcome => new($"“{f.Title}”的对接：双方签署了备忘录或意向书{On(f).Zh}。", $"Engagement on \"{f.Title}\": the sides signed a memorandum or letter of intent{On(f).En}."),
        EngagementAction.Sign => new($"“{f.Title}”的对接已签约。", $"The engagement on \"{f.Title}\" is signed."),
        EngagementAction.Unsign => new($"“{f.Title}”的对接：合同录入有误，已回到谈判。", $"Engagement on \"{f.Title}\": the contract was recorded in error; it is being negotiated again."),
        EngagementAction.Credit => new($"“{f.Title}”的对接：业绩分配有变动。", $"Engagement on \"{f.Title}\": the managers' shares of the credit changed."),
        EngagementAction.Move => new($"“{f.Title}”的对接：相关成果或需求已合并。", $"Engagement on \"{f.Title}\": its listing or need was merged into another one."),
        _ => new($"“{f.Title}”的对接有新进展。", $"The engagement on \"{f.Title}\" has moved on."),
    };

    private static Text OfOther(NoticeFacts f) => f.Kind switch
    {
        NoticeKinds.EngagementEscalated => new($"“{f.Title}”的对接无人接手，请指定技术经理人。", $"Nobody takes on the engagement on \"{f.Title}\"; please choose a manager for it."),
        NoticeKinds.DealRecorded => new($"技术合同“{f.Title}”已签订生效。", $"The contract \"{f.Title}\" is signed and in force."),
        NoticeKinds.WebhookDisabled => new("您的 Webhook 多次推送失败，已停用，请检查接收地址。", "Your webhook was disabled after failing for days; check its address."),
        _ => OfDeal(f),
    };

    private static Text OfDeal(NoticeFacts f) => f.Action switch
    {
        DealAction.Record => new($"技术合同“{f.Title}”待第二人审批，请核对后批准或不批准。", $"The contract \"{f.Title}\" waits for a second person; please approve or reject it."),
        DealAction.Approve => new($"您录入的技术合同“{f.Title}”已获批准。", $"The contract \"{f.Title}\", which you recorded, was approved."),
        DealAction.Reject => new($"您录入的技术合同“{f.Title}”未获批准。", $"The contract \"{f.Title}\", which you recorded, was rejected."),
        DealAction.Register => new($"技术合同“{f.Title}”已完成认定登记。", $"The contract \"{f.Title}\" is registered."),
        DealAction.Refuse => new($"技术合同“{f.Title}”未通过认定登记。", $"The registration of the contract \"{f.Title}\" was refused."),
        DealAction.Pay => new($"技术合同“{f.Title}”登记了一笔到款。", $"A payment for the contract \"{f.Title}\" was recorded."),
        DealAction.ReversePayment => new($"技术合同“{f.Title}”的一笔到款登记有误，已冲销。", $"A payment for the contract \"{f.Title}\" was recorded in error and taken back."),
        DealAction.Complete => new($"技术合同“{f.Title}”已履行完毕。", $"The contract \"{f.Title}\" was performed."),
        DealAction.Breach => new($"技术合同“{f.Title}”已登记违约。", $"A breach of the contract \"{f.Title}\" was recorded."),
        DealAction.Terminate => new($"技术合同“{f.Title}”已提前终止。", $"The contract \"{f.Title}\" was terminated."),
        DealAction.Reverse => new($"技术合同“{f.Title}”录入有误，已全部冲销。", $"The contract \"{f.Title}\" was recorded in error and taken back."),
        _ => new($"技术合同“{f.Title}”有新进展。", $"The contract \"{f.Title}\" has moved on."),
    };

    private static Text Arranged(NoticeFacts f) => (f.Meeting, f.MeetingMoved) switch
    {
        (MeetingState.Cancelled, _) => new($"“{f.Title}”的对接：会面已取消{When(f).Zh}。", $"Engagement on \"{f.Title}\": the meeting was called off{When(f).En}."),
        (_, true) => new($"“{f.Title}”的对接：会面安排有变更{When(f).Zh}。", $"Engagement on \"{f.Title}\": the plan for the meeting has changed{When(f).En}."),
        _ => new($"“{f.Title}”的对接：已安排会面{When(f).Zh}。", $"Engagement on \"{f.Title}\": a meeting is planned{When(f).En}."),
    };

    private static Text When(NoticeFacts f) => f.MeetingAt is { } at ? new($"（{Minute(at)}，北京时间）", $" ({Minute(at)}, Beijing time)") : new("", "");

    private static Text Until(NoticeFacts f) => f.AcceptBy is { } by ? new($"，请在 {Minute(by)}（北京时间）前接单或转派", $"; please take it on or pass it on by {Minute(by)}, Beijing time") : new("", "");

    private static string Minute(DateTimeOffset moment) => CentreDay.TimeOf(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Text SideOf(NoticeFacts f) => f.Side switch
    {
        EngagementSide.Listing => new("成果方", "the listing's side"),
        EngagementSide.Need => new("需求方", "the need's side"),
        _ => new("一方", "one side"),
    };

    private static Text ReasonOf(NoticeFacts f) => f.Reason is { } reason ? Reasons[reason] : Reasons[CloseReason.Other];

    private static Text On(NoticeFacts f) => f.On is { } on ? new($"（{on:yyyy-MM-dd}）", $" ({on:yyyy-MM-dd})") : new("", "");

    private static Text Days(NoticeFacts f) => f.Days is { } days ? new($"，为期 {days} 天", $" for {days} days") : new("", "");
}
