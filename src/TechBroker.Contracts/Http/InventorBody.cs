namespace TechBroker.Contracts.Http;

/// <summary>Someone who made the result, and their share of what it earns.</summary>
public sealed record InventorBody
{
    public string? Name { get; init; }

    /// <summary>Hundredths of a per cent; the shares of a contract make 10,000.</summary>
    public int? BasisPoints { get; init; }

    public string? Role { get; init; }
}
