namespace TechBroker.Contracts.Http;

/// <summary>A contract's registration (技术合同认定登记).</summary>
public sealed record DealRegistrationBody
{
    /// <summary>14 or 16 digits.</summary>
    public string? Number { get; init; }

    public DateOnly? RegisteredOn { get; init; }

    /// <summary>The office; at most 200 characters.</summary>
    public string? Place { get; init; }
}
