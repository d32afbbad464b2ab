namespace TechBroker.Contracts.Http;

/// <summary>How this installation handles personal data: what, why, for how long, and what people may ask for.</summary>
public sealed record PrivacyBody
{
    public required BilingualBody Title { get; init; }

    public required IReadOnlyList<PrivacyKindBody> Kinds { get; init; }

    /// <summary>How automated matching works and what it does not decide (PIPL art. 24).</summary>
    public required BilingualBody Matching { get; init; }

    public required IReadOnlyList<PrivacyRightBody> Rights { get; init; }
}
