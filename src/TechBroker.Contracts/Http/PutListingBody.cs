namespace TechBroker.Contracts.Http;

/// <summary>Body of PUT /listings/{id}: replaces everything the listing says.</summary>
public sealed record PutListingBody : ListingFields;
