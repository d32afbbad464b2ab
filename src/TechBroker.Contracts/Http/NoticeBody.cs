namespace TechBroker.Contracts.Http;

/// <summary>That something concerns the caller.</summary>
public sealed record NoticeBody
{
    public required Guid Id { get; init; }

    /// <summary>Such as <c>engagement.decline</c> or <c>deal.recorded</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>A sentence in the language that the request asks for.</summary>
    public required string Text { get; init; }

    public Guid? EngagementId { get; init; }

    public Guid? DealId { get; init; }

    public Guid? WebhookId { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}

/// <summary>A page of notices, and how many are unread in all.</summary>
public sealed record NoticePageBody
{
    public required IReadOnlyList<NoticeBody> Items { get; init; }

    public string? Next { get; init; }

    /// <summary>100 stands for 100 and more.</summary>
    public required int Unread { get; init; }
}

/// <summary>How the caller wants to be told.</summary>
public sealed record NoticeSettingsBody
{
    /// <summary>zh or en: of mails.</summary>
    public string? Language { get; init; }

    /// <summary>none, each or daily.</summary>
    public string? Mail { get; init; }

    /// <summary>Kinds that are mailed; null for all.</summary>
    public IReadOnlyList<string>? MailKinds { get; init; }
}
