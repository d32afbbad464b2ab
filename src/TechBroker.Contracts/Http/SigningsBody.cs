namespace TechBroker.Contracts.Http;

/// <summary>What was recorded, in the order of the rows.</summary>
public sealed record SigningsBody
{
    public required IReadOnlyList<SigningBody> Items { get; init; }
}

/// <summary>One recorded row.</summary>
public sealed record SigningBody
{
    /// <summary>deal or investment.</summary>
    public required string Kind { get; init; }

    public required Guid Id { get; init; }
}
