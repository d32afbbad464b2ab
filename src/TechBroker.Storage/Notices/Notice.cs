namespace TechBroker.Storage.Notices;

/// <summary>That something concerns somebody: ids and a kind. What it says is read for its reader when it is shown (<see cref="NoticeReading"/>).</summary>
public sealed record Notice
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>One of <see cref="Domain.Notices.NoticeKinds"/>.</summary>
    public required string Kind { get; init; }

    public Guid? EngagementId { get; init; }

    public Guid? DealId { get; init; }

    public Guid? WebhookId { get; init; }

    /// <summary>The number of the log entry that it is about.</summary>
    public required int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The mail that carries it.</summary>
    public Guid? DeliveryId { get; init; }

    /// <summary>The day (UTC) whose mail is to carry it.</summary>
    public DateOnly? DigestOn { get; init; }
}

/// <summary>How somebody wants to be told.</summary>
public sealed record NoticeSettings
{
    public const string None = "none", Each = "each", Daily = "daily";

    public required Guid AccountId { get; init; }

    /// <summary>zh or en.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>none, each or daily.</summary>
    public string Mail { get; init; } = Each;

    /// <summary>JSON list of the kinds that are mailed; null for all.</summary>
    public string? MailKinds { get; init; }

    public bool Mails(string kind) => Mail != None && (MailKinds is null || Sql.StoredJson.Read<string[]>(MailKinds).Contains(kind));
}
