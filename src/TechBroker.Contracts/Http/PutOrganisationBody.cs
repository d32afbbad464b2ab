namespace TechBroker.Contracts.Http;

/// <summary>Body of PUT /organisations/{id}.</summary>
public sealed record PutOrganisationBody : OrganisationFields;
