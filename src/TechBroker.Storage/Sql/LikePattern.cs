namespace TechBroker.Storage.Sql;

/// <summary>Patterns for <c>LIKE … ESCAPE '!'</c>. A bracket means something to SQL Server alone, and is harmless elsewhere.</summary>
public static class LikePattern
{
    /// <summary>What has the text anywhere in it.</summary>
    public static string Containing(string text) =>
        $"%{text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal).Replace("[", "![", StringComparison.Ordinal)}%";
}
