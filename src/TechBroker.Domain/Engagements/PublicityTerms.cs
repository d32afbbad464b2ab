namespace TechBroker.Domain.Engagements;

/// <summary>When the publicity of a negotiated price may begin, and how long it has to run.</summary>
public static class PublicityTerms
{
    public const int MostDays = 365, MostDaysAhead = 30;

    /// <summary>Null where the terms are right.</summary>
    /// <param name="from">Its first day.</param>
    /// <param name="days">How many whole days it runs.</param>
    /// <param name="leastDays">What the operator asks for at least; the rules behind it change, so it is a setting.</param>
    /// <param name="today">Nothing was public before it.</param>
    public static MarketError? Fault(DateOnly from, int days, int leastDays, DateOnly today) =>
        from < today || from > today.AddDays(MostDaysAhead) ? new MarketError("publicity-date", ErrorKind.Rule, new(
            $"公示起始日须为今天（{today:yyyy-MM-dd}）至 {MostDaysAhead} 天之内，请修改 from，或省略以从今天起公示。",
            $"The publicity begins today ({today:yyyy-MM-dd}) or within {MostDaysAhead} days; change from, or leave it out to begin today."))
        : days < leastDays ? new MarketError("publicity-too-short", ErrorKind.Rule, new(
            $"公示期不得少于 {leastDays} 天，请修改 days，或省略以按最短期限公示。",
            $"The publicity runs for {leastDays} days at least; change days, or leave it out for that."))
        : null;
}
