namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /conflicts: a tie of the caller to an organisation.</summary>
public sealed record PostConflictBody
{
    public Guid? OrganisationId { get; init; }

    /// <summary>interest, holding, family or formerEmployer.</summary>
    public string? Kind { get; init; }

    public string? Note { get; init; }
}
