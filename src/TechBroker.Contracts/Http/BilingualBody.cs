namespace TechBroker.Contracts.Http;

/// <summary>The same in Chinese and in English.</summary>
public sealed record BilingualBody
{
    public required string Zh { get; init; }

    public required string En { get; init; }
}
