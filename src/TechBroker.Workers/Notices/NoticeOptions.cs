using TechBroker.Storage.Notices;

namespace TechBroker.Workers.Notices;

/// <summary>How notices leave the house; nothing of it is on by default.</summary>
public sealed record NoticeOptions
{
    public MailOptions Mail { get; init; } = new();

    public WebhookOptions Webhooks { get; init; } = new();

    public IReadOnlyList<RobotOptions> Robots { get; init; } = [];

    /// <summary>Where people reach the server, for links; without it there are none.</summary>
    public string? PublicAddress { get; init; }
}
