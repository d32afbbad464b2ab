namespace TechBroker.Contracts.Http;

/// <summary>What managers did in a period: to organisers everybody's, to a manager the own row.</summary>
public sealed record ManagerStatisticsBody
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public required IReadOnlyList<ManagerStatisticBody> Items { get; init; }

    /// <summary>The medians of all managers; null where there are fewer than five, from which one could work out a colleague's.</summary>
    public ManagerMedianBody? Median { get; init; }
}

/// <summary>One manager's work, in the engagements that they run now.</summary>
public sealed record ManagerStatisticBody
{
    public required Guid ManagerId { get; init; }

    /// <summary>A pseudonym where the account was deleted.</summary>
    public string? Name { get; init; }

    /// <summary>In hand at this moment: neither closed nor signed.</summary>
    public required long Live { get; init; }

    /// <summary>Begun, accepted or taken over in the period.</summary>
    public required long Taken { get; init; }

    public required long Introduced { get; init; }

    public required long Signed { get; init; }

    public required long Closed { get; init; }

    /// <summary>From the beginning of an engagement to its introduction; null where there was none.</summary>
    public double? MedianDaysToIntroduction { get; init; }

    /// <summary>Signed contracts, one entry for each currency. The parts of a shared contract add up to it.</summary>
    public required IReadOnlyList<ManagerCreditBody> Credits { get; init; }
}

/// <summary>Signed contracts in one currency.</summary>
public sealed record ManagerCreditBody
{
    /// <summary>In which the manager has a part.</summary>
    public required long Contracts { get; init; }

    public required MoneyBody Amount { get; init; }
}

/// <summary>The middle manager in each respect.</summary>
public sealed record ManagerMedianBody
{
    /// <summary>Of how many.</summary>
    public required int Managers { get; init; }

    public required double Live { get; init; }

    public required double Taken { get; init; }

    public required double Introduced { get; init; }

    public required double Signed { get; init; }

    public required double Closed { get; init; }

    public double? MedianDaysToIntroduction { get; init; }
}
