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

    public static MarketError WrongState(string what, string state, string action) =>
        new($"{what}-wrong-state", ErrorKind.Conflict, new(
            $"当前状态为 {state}，不能执行 {action}。",
            $"The {what} is {state}; {action} is not possible from there."));

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
