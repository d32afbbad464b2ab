namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /duplicates/{id}/resolve.</summary>
public sealed record DuplicateResolveBody
{
    /// <summary>Who has the right to publish it: a, b or both.</summary>
    public string? Decision { get; init; }

    /// <summary>On what grounds; at most 2,000 characters.</summary>
    public string? Note { get; init; }
}
