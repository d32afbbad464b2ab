namespace TechBroker.Matching;

/// <summary>Money as a whole number of the currency's minor units (fen, cents).</summary>
/// <param name="Currency">ISO 4217, three capital letters.</param>
/// <param name="MinorUnits">Never negative; zero says that no amount is known.</param>
public sealed record Price(string Currency, long MinorUnits);
