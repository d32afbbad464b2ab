namespace TechBroker.Domain.Engagements;

/// <summary>Refusals of meetings, each with what to do instead.</summary>
public static class MeetingErrors
{
    public static MarketError NotPlanned(MeetingState state) => new("meeting-wrong-state", ErrorKind.Conflict, new(
        $"会面当前状态为“{ChineseNames.Of(state)}”，只有已安排的会面可以改期、取消，或登记为已举行；如有需要请另行登记会面。",
        $"The meeting is {Codes.Of(state)}; only one that is planned can be changed, held or called off. Record another one if there was one."));

    public static MarketError InFuture() => new("meeting-in-future", ErrorKind.Rule, new(
        "已举行的会面，时间（heldAt）不能晚于现在；安排以后的会面请填写 startsAt。",
        "A meeting that was held (heldAt) cannot lie in the future; plan one with startsAt."));

    public static MarketError NotAhead() => new("meeting-not-ahead", ErrorKind.Rule, new(
        "安排会面，时间（startsAt）须晚于现在；已举行的会面请填写 heldAt。",
        "A planned meeting (startsAt) has to lie ahead; record one that took place with heldAt."));
}
