namespace TechBroker.Contracts.Http;

/// <summary>A payment that was agreed.</summary>
public sealed record InstalmentBody
{
    public DateOnly? DueOn { get; init; }

    public MoneyBody? Amount { get; init; }
}
