namespace TechBroker.Contracts.Http;

/// <summary>A payment that was made.</summary>
public sealed record DealPaymentBody
{
    /// <summary>Above zero, in the contract's currency.</summary>
    public MoneyBody? Amount { get; init; }

    public DateOnly? PaidOn { get; init; }

    /// <summary>At most 2,000 characters.</summary>
    public string? Note { get; init; }
}
