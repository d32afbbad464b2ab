namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /needs.</summary>
public sealed record PostNeedBody : NeedFields
{
    /// <summary>The unit that has the need.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Publish at once; otherwise it stays a draft.</summary>
    public bool? Publish { get; init; }
}
