namespace TechBroker.Contracts.Http;

/// <summary>One kind of what is held, in the caller's language.</summary>
public sealed record PersonalDataSection
{
    /// <summary>account, organisation, sessions, apiKeys, externalLogins, oneTimeLinks, listings, needs, imports, engagements, conflicts, disclosures, auditAbout, auditBy or answers.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Purpose { get; init; }

    public required string LegalBasis { get; init; }

    public required string Retention { get; init; }

    /// <summary>Objects whose properties say what they are.</summary>
    public required IAsyncEnumerable<object> Items { get; init; }
}
