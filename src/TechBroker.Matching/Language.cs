namespace TechBroker.Matching;

/// <summary>The languages that reasons are written in.</summary>
public enum Language
{
    Chinese,
    English,
}
