namespace TechBroker.Domain;

/// <summary>What kind of refusal an error is; HTTP maps it to 403, 404, 409, 412 or 422.</summary>
public enum ErrorKind
{
    NotFound,
    Conflict,
    Stale,
    Rule,
    Forbidden,
}

/// <summary>An expected refusal: a stable code for programs and a sentence with the remedy for people.</summary>
public sealed record MarketError(string Code, ErrorKind Kind, Text Message)
{
    public static MarketError NotFound(string what, Guid id) =>
        new($"{what}-not-found", ErrorKind.NotFound, new($"没有编号为 {id} 的记录，请核对编号。", $"There is no {what} {id}; check the id."));

    public static MarketError WrongState<TState, TAction>(string what, TState state, TAction action)
        where TState : struct, Enum
        where TAction : struct, Enum => WrongState(what, state, new Text(ChineseNames.Of(action), Codes.Of(action)));

    /// <param name="what">Such as listing.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="action">What cannot be done: 修改, revise.</param>
    public static MarketError WrongState<TState>(string what, TState state, Text action)
        where TState : struct, Enum => new($"{what}-wrong-state", ErrorKind.Conflict, new(
            $"当前状态为“{ChineseNames.Of(state)}”，不能{action.Zh}。",
            $"The {what} is {Codes.Of(state)}; {action.En} is not possible from there."));

    /// <summary>Of a pair that the caller may read.</summary>
    public static MarketError PairNotMatched() =>
        new("pair-not-matched", ErrorKind.Conflict, new(
            "成果与需求须均已发布并参与匹配，才能查看二者的匹配情况。",
            "Only what is published and takes part in matching is compared; this listing or this need does not take part."));

    public static MarketError Stale(int current) =>
        new("revision-changed", ErrorKind.Stale, new(
            $"内容已被他人修改（当前为第 {current} 版），请重新读取后再提交。",
            $"It was changed meanwhile (now revision {current}); read it again and send your change on top."));
}
