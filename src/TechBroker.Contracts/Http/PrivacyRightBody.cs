namespace TechBroker.Contracts.Http;

/// <summary>What a person may ask for, and the request that does it.</summary>
public sealed record PrivacyRightBody
{
    public required string Right { get; init; }

    public required string Call { get; init; }

    public required BilingualBody Title { get; init; }
}
