namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /organisations.</summary>
public sealed record PostOrganisationBody : OrganisationFields;
