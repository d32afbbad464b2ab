namespace TechBroker.Contracts.Http;

/// <summary>Figures of investments alone: technology contracts are in none of them.</summary>
public sealed record InvestmentFiguresBody
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The figures are those known at this moment.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>region, industry or month; null where all is one group.</summary>
    public string? GroupBy { get; init; }

    public required IReadOnlyList<InvestmentFigureBody> Items { get; init; }

    /// <summary>One for each currency; currencies are never added up.</summary>
    public required IReadOnlyList<InvestmentFigureBody> Totals { get; init; }
}

/// <summary>One group in one currency.</summary>
public sealed record InvestmentFigureBody
{
    /// <summary>A region, an industry or a month such as 2026-11; null for a total, and for investments without an industry.</summary>
    public string? Key { get; init; }

    public required long Projects { get; init; }

    public required MoneyBody Amount { get; init; }
}
