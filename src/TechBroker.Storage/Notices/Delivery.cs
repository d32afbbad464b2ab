namespace TechBroker.Storage.Notices;

/// <summary>One thing to be carried to one place outside: a mail, a call of a webhook, a line for a robot.</summary>
public sealed record Delivery
{
    public const string Mail = "mail", Webhook = "webhook", Robot = "robot";

    /// <summary>Kind of the mail with which somebody sets a new password.</summary>
    public const string Password = "password";

    public const string Waiting = "waiting", Done = "done", Failed = "failed", Dropped = "dropped";

    public required Guid Id { get; init; }

    /// <summary>mail, webhook or robot.</summary>
    public required string Channel { get; init; }

    public Guid? AccountId { get; init; }

    public Guid? WebhookId { get; init; }

    /// <summary>Name of the robot in the settings.</summary>
    public string? RobotName { get; init; }

    public Guid? EngagementId { get; init; }

    public Guid? DealId { get; init; }

    /// <summary>One of <see cref="Domain.Notices.NoticeKinds"/>, digest, or password.</summary>
    public required string Kind { get; init; }

    /// <summary>What a webhook is sent, or which meeting a mail invites to: JSON with ids and codes.</summary>
    public string? Body { get; init; }

    /// <summary>waiting, done, failed after all attempts, or dropped because nobody may or wants to have it any more.</summary>
    public string State { get; init; } = Waiting;

    public int Attempts { get; init; }

    /// <summary>Null once it is over.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Until then one worker has it in hand.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>A code, such as an SMTP or HTTP status; never what the other end said.</summary>
    public string? LastFault { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
