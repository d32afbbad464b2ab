namespace TechBroker.Storage.Engagements;

/// <summary>Whose engagements a reader gets, in which state, from where. Also the parameters of the statement.</summary>
public sealed record EngagementFilter
{
    /// <summary>Everybody's.</summary>
    public bool All { get; init; }

    /// <summary>Those that this manager runs, and those that nobody runs yet.</summary>
    public Guid? ManagerId { get; init; }

    /// <summary>As a side: those of this organisation's listings and needs.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>As a side: those of what this person posted for nobody else.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Organisations with which the reader has a conflict ("D"): what they take part in does not exist for the reader.</summary>
    public IReadOnlyCollection<string> Conflicted { get; init; } = [];

    /// <summary>Hides pairs whose two ends are one organisation, too: nobody may broker those.</summary>
    public bool AsBroker { get; init; }

    public string? State { get; init; }

    /// <summary>Only those that the program has given up on and nobody runs.</summary>
    public bool Escalated { get; init; }

    /// <summary>Only those whose manager is away at this time, or is none any more.</summary>
    public DateTimeOffset? UncoveredAt { get; init; }

    public DateTimeOffset? Before { get; init; }

    public Guid? BeforeId { get; init; }

    public int Limit { get; init; } = 50;
}
