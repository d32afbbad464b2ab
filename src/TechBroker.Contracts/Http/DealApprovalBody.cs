namespace TechBroker.Contracts.Http;

/// <summary>What the second person decides on a large contract.</summary>
public sealed record DealApprovalBody
{
    public bool? Approve { get; init; }

    /// <summary>At most 2,000 characters.</summary>
    public string? Note { get; init; }
}
