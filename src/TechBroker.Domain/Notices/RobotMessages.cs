using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TechBroker.Domain.Notices;

public enum RobotKind
{
    DingTalk,
    Feishu,
    WeCom,
}

/// <summary>One request to a group robot.</summary>
/// <param name="Url">With the signature where it goes into the query.</param>
/// <param name="Body">JSON.</param>
public sealed record RobotRequest(string Url, string Body);

/// <summary>What the operators of group chats let a robot send. From their documentation as remembered in 2025; correct it here when they change it.</summary>
public sealed record RobotLimit(int PerMinute, int PerSecond)
{
    public static RobotLimit Of(RobotKind kind) => kind is RobotKind.Feishu ? new(100, 5) : new(20, 20);

    /// <summary>When the next message may go.</summary>
    /// <param name="posts">When the last ones went, in any order.</param>
    /// <param name="now">Now.</param>
    public DateTimeOffset NextAt(IReadOnlyCollection<DateTimeOffset> posts, DateTimeOffset now)
    {
        var minute = After(posts, PerMinute, TimeSpan.FromMinutes(1));
        var second = After(posts, PerSecond, TimeSpan.FromSeconds(1));
        return new[] { minute, second, now }.Max();
    }

    // So many may lie in any window of this length: the one that would be one too many waits for the oldest of them to leave it.
    private static DateTimeOffset After(IReadOnlyCollection<DateTimeOffset> posts, int most, TimeSpan window) =>
        posts.Count < most ? DateTimeOffset.MinValue : posts.OrderDescending().ElementAt(most - 1) + window;
}

/// <summary>Messages of the robots of DingTalk, Feishu and WeCom. They count, and lead to where one signs in; they never quote.</summary>
public static class RobotMessages
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All that waits, in one message: a line for each kind with its number, and the link where there is just one.</summary>
    /// <param name="waiting">Kinds, and the path of what each is about.</param>
    /// <param name="publicAddress">Where people reach the server, without a slash at its end; null where it is not known.</param>
    public static string TextOf(IReadOnlyList<(string Kind, string Path)> waiting, string? publicAddress)
    {
        var lines = waiting.GroupBy(w => w.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} 条{NameOf(g.Key)}");
        var link = waiting.Count == 1 ? publicAddress + waiting[0].Path : publicAddress;
        return $"TechBroker：{string.Join("，", lines)}。{(link is { Length: > 0 } ? "\n" + link : "")}";
    }

    /// <exception cref="FormatException">The address is none.</exception>
    public static RobotRequest RequestOf(RobotKind kind, string url, string? secret, string text, DateTimeOffset now) => kind switch
    {
        RobotKind.DingTalk => new(secret is null ? url : Signed(url, secret, now), Json(new { msgtype = "text", text = new { content = text } })),
        RobotKind.Feishu when secret is not null => new(url, Json(new
        {
            timestamp = WebhookSignature.Seconds(now),
            sign = FeishuSign(secret, now),
            msg_type = "text",
            content = new { text },
        })),
        RobotKind.Feishu => new(url, Json(new { msg_type = "text", content = new { text } })),
        _ => new(url, Json(new { msgtype = "text", text = new { content = text } })),
    };

    /// <summary>All of them answer 200 to what they refuse, with a number that says why.</summary>
    /// <returns>Null where the message was taken; else the code.</returns>
    public static string? FaultOf(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            foreach (var name in (string[])["errcode", "code", "StatusCode"])
            {
                if (document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var code) && code.TryGetInt64(out var number))
                {
                    return number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
                }
            }
        }
        catch (JsonException)
        {
            // No robot answers so; something stands in between.
        }

        return "not-understood";
    }

    /// <summary>Codes by which they ask for patience: DingTalk 130101, WeCom 45009, Feishu 9499 and 11232.</summary>
    public static bool AsksToWait(string fault) => fault is "130101" or "45009" or "9499" or "11232";

    public static string DingTalkSign(string secret, DateTimeOffset now)
    {
        var milliseconds = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{milliseconds}\n{secret}")));
    }

    /// <summary>The string is the key and nothing is signed: so it is documented.</summary>
    public static string FeishuSign(string secret, DateTimeOffset now) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{WebhookSignature.Seconds(now)}\n{secret}"), Array.Empty<byte>()));

    private static string Signed(string url, string secret, DateTimeOffset now) =>
        $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}timestamp={now.ToUnixTimeMilliseconds()}&sign={Uri.EscapeDataString(DingTalkSign(secret, now))}";

    private static string Json(object body) => JsonSerializer.Serialize(body, Readable);

    private static string NameOf(string kind) => kind switch
    {
        "engagement.log" => "新对接",
        "engagement.interest" => "意向登记",
        "engagement.decline" => "婉拒",
        "engagement.introduce" => "引荐",
        "engagement.close" => "对接终止",
        "engagement.freeze" => "对接冻结",
        "engagement.dispatch" => "待接手对接",
        NoticeKinds.EngagementEscalated => "无人接手的对接",
        "engagement.arrange" => "会面安排",
        "engagement.meet" => "会面",
        "engagement.object" => "公示异议",
        "engagement.sign" => "签约",
        NoticeKinds.DealRecorded => "合同生效",
        NoticeKinds.DealChanged => "合同进展",
        _ => "对接进展",
    };
}
