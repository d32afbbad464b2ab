namespace TechBroker.Contracts.Http;

/// <summary>A kind of personal data.</summary>
public sealed record PrivacyKindBody
{
    public required string Kind { get; init; }

    public required BilingualBody Title { get; init; }

    public required BilingualBody What { get; init; }

    public required BilingualBody Purpose { get; init; }

    public required BilingualBody LegalBasis { get; init; }

    public required BilingualBody Retention { get; init; }
}
