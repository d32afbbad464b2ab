namespace TechBroker.Matching;

/// <summary>Who reads the reasons: a hidden need shows nothing of itself to the listing side.</summary>
public enum Audience
{
    NeedSide,
    ListingSide,
}
