namespace TechBroker.Contracts.Http;

/// <summary>A manager's part of the credit for an engagement.</summary>
public sealed record CreditShareBody
{
    public Guid? ManagerId { get; init; }

    /// <summary>Hundredths of a per cent, 1 to 10,000.</summary>
    public int? BasisPoints { get; init; }
}
