namespace TechBroker.Contracts.Http;

/// <summary>Something accepted that a person should look at.</summary>
public sealed record WarningBody
{
    public required string Field { get; init; }

    public required string Code { get; init; }

    public required string Message { get; init; }
}
