namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /deals/{id}/evidence/{fileId}/withdrawal.</summary>
public sealed record EvidenceWithdrawalBody
{
    public string? Reason { get; init; }
}
