namespace TechBroker.Contracts.Http;

/// <summary>An address that is called when something happens.</summary>
public sealed record WebhookBody
{
    public required Guid Id { get; init; }

    /// <summary>It hears of what concerns this organisation; null for one of the centre, which hears of everything.</summary>
    public Guid? OrganisationId { get; init; }

    public required string Url { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Shown once, when it is made: signs what is sent (Standard Webhooks).</summary>
    public string? Secret { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>gone (the address answered 410) or failing.</summary>
    public string? DisabledFor { get; init; }
}

public sealed record PostWebhookBody
{
    public string? Url { get; init; }

    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>Organisers and administrators may name one; people of an organisation get their own.</summary>
    public Guid? OrganisationId { get; init; }
}

/// <summary>Something that is carried outside: a mail, a call of a webhook, a line for a robot.</summary>
public sealed record DeliveryBody
{
    public required Guid Id { get; init; }

    /// <summary>mail, webhook or robot.</summary>
    public required string Channel { get; init; }

    public Guid? AccountId { get; init; }

    public Guid? WebhookId { get; init; }

    public string? Robot { get; init; }

    public required string Kind { get; init; }

    /// <summary>waiting, done, failed or dropped.</summary>
    public required string State { get; init; }

    public required int Attempts { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>A code, such as http-500 or smtp-451.</summary>
    public string? LastFault { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
