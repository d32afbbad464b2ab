namespace TechBroker.Matching;

/// <summary>The two sides of the market.</summary>
public enum Side
{
    Listing,
    Need,
}
