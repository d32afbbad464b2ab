namespace TechBroker.Domain;

/// <summary>One intellectual-property right: type and status are codes of the vocabularies ip-types and ip-statuses, or free terms.</summary>
public sealed record IpRight
{
    public required string Type { get; init; }

    public string? Number { get; init; }

    public string? Status { get; init; }
}
