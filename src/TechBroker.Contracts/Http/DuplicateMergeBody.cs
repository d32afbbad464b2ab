namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /duplicates/{id}/merge.</summary>
public sealed record DuplicateMergeBody
{
    /// <summary>The id of the one of the two that goes on.</summary>
    public Guid? Keep { get; init; }
}
