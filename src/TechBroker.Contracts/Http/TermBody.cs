namespace TechBroker.Contracts.Http;

/// <summary>One term of a vocabulary.</summary>
public sealed record TermBody
{
    public required string Code { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    public string? Parent { get; init; }
}
