namespace TechBroker.Domain.Statistics;

/// <summary>Which lines of the ledger a figure is made of.</summary>
public enum StatisticKind
{
    Signed,
    Registered,
    Paid,
}

/// <summary>What contracts can be grouped by. Months, quarters and years are those of the ledger line's day.</summary>
public enum ContractDimension
{
    Month,
    Quarter,
    Year,
    Type,
    SubType,
    Field,
    SellerKind,
    BuyerKind,
    SellerRegion,
    BuyerRegion,
    PriceMode,
    PaymentPlan,
    Manager,
}

/// <summary>How far regions are told apart: 110000 for all of a province, 440300 for a city; a foreign party is its country at either level.</summary>
public enum RegionLevel
{
    Province,
    City,
}
