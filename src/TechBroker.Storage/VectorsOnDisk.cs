using TechBroker.Matching.Vectors;

namespace TechBroker.Storage;

/// <summary>Term vectors in a file, as <c>techbroker train</c> writes them.</summary>
public static class VectorsOnDisk
{
    /// <returns>The vectors, or why they cannot be used, as the rest of a sentence.</returns>
    public static (TermVectors? Vectors, string? Fault) Read(string path)
    {
        try
        {
            return (TermVectors.Parse(File.ReadAllText(path)), null);
        }
        catch (FormatException e)
        {
            return (null, e.InnerException is null ? e.Message : "it is no vector file as 'techbroker train' writes them.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, $"it cannot be read: {e.Message}");
        }
    }
}
