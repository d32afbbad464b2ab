namespace TechBroker.Matching.Tokens;

/// <summary>NFKC as the index has it, for whoever compares texts elsewhere.</summary>
public static class Folding
{
    /// <summary>Case is kept.</summary>
    public static string Of(string text) => new NormalizedText(text).Display;
}
