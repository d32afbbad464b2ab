using TechBroker.Domain;

namespace TechBroker.Api.Deals;

/// <summary>Section <c>Deals</c>.</summary>
public sealed record DealOptions
{
    private const long FenPerYuan = 100, LargestYuan = Money.Largest / FenPerYuan;

    /// <summary>
    /// In whole yuan: a contract above it is in force only after a second person's approval, and so is any contract in another currency.
    /// Zero switches it off.
    /// </summary>
    public long ApprovalThreshold { get; set; }

    public bool NeedsApproval(Money amount) => ApprovalThreshold > 0 && (amount.Currency != "CNY" || amount.MinorUnits > ApprovalThreshold * FenPerYuan);

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        ApprovalThreshold is < 0 or > LargestYuan ? $"Deals:ApprovalThreshold is {ApprovalThreshold}; it must be 0 (off) to {LargestYuan:N0} yuan." : null;
}
