namespace TechBroker.Domain.Engagements;

/// <summary>Why an engagement was declined or closed; the vocabulary close-reasons has their names. Other asks for words.</summary>
public enum CloseReason
{
    Price,
    Maturity,
    IpUnclear,
    Capacity,
    Timing,
    FoundElsewhere,
    Conflict,
    Compliance,
    Unresponsive,
    Duplicate,
    Withdrawn,
    Other,
}
