using TechBroker.Domain;
using TechBroker.Domain.Notices;
using TechBroker.Storage.Notices;

namespace TechBroker.Workers.Notices;

/// <summary>One of the list <c>Robots</c>: a group chat's robot.</summary>
public sealed record RobotOptions
{
    /// <summary>Unique; what waits for it is kept under this name.</summary>
    public string Name { get; set; } = "";

    /// <summary>dingTalk, feishu or weCom.</summary>
    public string Kind { get; set; } = "";

    /// <summary>With the key that the chat gave it.</summary>
    public string Url { get; set; } = "";

    /// <summary>Where the chat asks for signatures; WeCom knows none.</summary>
    public string? Secret { get; set; }

    /// <summary>Kinds of notices, joined by commas; all where empty.</summary>
    public string Kinds { get; set; } = "";

    internal RobotKind KindCode => Codes.Parse<RobotKind>(Kind);

    internal IReadOnlyList<string> KindList => Kinds.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal bool Wants(string kind) => KindList is [] || KindList.Contains(kind);

    /// <summary>The sentence that names a wrong key, or null. Addresses are secrets and are not repeated.</summary>
    public static string? Fault(IReadOnlyList<RobotOptions> robots, WebhookOptions http)
    {
        for (var i = 0; i < robots.Count; i++)
        {
            var robot = robots[i];
            var fault =
                string.IsNullOrWhiteSpace(robot.Name) || robots.Take(i).Any(r => r.Name == robot.Name) ? "Name must be given and unique."
                : !Codes.TryParse<RobotKind>(robot.Kind, out var kind) ? $"Kind is '{robot.Kind}'; it must be one of {string.Join(", ", Codes.All<RobotKind>())}."
                : !PublicAddress.IsTarget(robot.Url, http.AllowHttp) ? "Url must be an https address without user and fragment."
                : kind is RobotKind.WeCom && robot.Secret is not null ? "Secret is set, but WeCom's robots know none."
                : robot.KindList.FirstOrDefault(k => !NoticeKinds.All.Contains(k)) is { } unknown ? $"Kinds has '{unknown}'; it must be of {string.Join(", ", NoticeKinds.All)}."
                : null;
            if (fault is not null)
            {
                return $"Robots:{i}:{fault}";
            }
        }

        return null;
    }
}
