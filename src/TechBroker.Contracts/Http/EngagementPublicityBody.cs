namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/publicity: the negotiated price is made public with the listing's title and organisation.</summary>
public sealed record EngagementPublicityBody
{
    public MoneyBody? Price { get; init; }

    /// <summary>The first day; today where absent, at most 30 days ahead.</summary>
    public DateOnly? From { get; init; }

    /// <summary>How many days; the operator's minimum where absent.</summary>
    public int? Days { get; init; }
}
