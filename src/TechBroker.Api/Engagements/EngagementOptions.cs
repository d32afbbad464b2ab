using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>Section <c>Engagements</c>.</summary>
public sealed record EngagementOptions
{
    /// <summary>For how many days a negotiated price is made public at least; 0 where no rule asks for it.</summary>
    public int PublicityDays { get; set; } = 15;

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        PublicityDays is < 0 or > PublicityTerms.MostDays ? $"Engagements:PublicityDays is {PublicityDays}; it must be 0 to {PublicityTerms.MostDays}." : null;
}
