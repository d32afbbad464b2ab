namespace TechBroker.Contracts.Http;

/// <summary>Body of PUT /needs/{id}: replaces everything the need says.</summary>
public sealed record PutNeedBody : NeedFields;
