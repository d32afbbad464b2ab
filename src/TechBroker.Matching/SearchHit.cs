namespace TechBroker.Matching;

/// <param name="Id">The listing or need that was found.</param>
/// <param name="Score">Above 0 and below 1; comparable within one answer only.</param>
public sealed record SearchHit(Guid Id, double Score);
