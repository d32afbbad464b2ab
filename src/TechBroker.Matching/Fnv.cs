namespace TechBroker.Matching;

/// <summary>FNV-1a over UTF-16 units: enough to keep two texts apart, and the same everywhere.</summary>
internal static class Fnv
{
    public static uint Of(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}
