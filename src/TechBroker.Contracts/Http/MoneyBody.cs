namespace TechBroker.Contracts.Http;

/// <summary>An amount of money.</summary>
public sealed record MoneyBody
{
    /// <summary>ISO 4217 code of three capital letters, such as CNY.</summary>
    public string? Currency { get; init; }

    /// <summary>Whole minor units: fen for CNY, cents for USD.</summary>
    public long? MinorUnits { get; init; }
}
