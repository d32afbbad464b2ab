using System.Text.Json;
using TechBroker.Matching;

namespace TechBroker.Storage;

/// <summary>Matching parameters in a file, as <c>techbroker fit</c> writes them.</summary>
public static class ParameterFile
{
    /// <returns>The parameters, or why this program must not score with what stands there, as the rest of a sentence.</returns>
    public static (MatchingParameters? Parameters, string? Fault) Read(string path)
    {
        try
        {
            var parameters = MatchingParameters.Parse(File.ReadAllText(path));
            return parameters.Fault() is { } fault ? (null, fault) : (parameters, null);
        }
        catch (FormatException e)
        {
            // The parser's own words are about .NET types.
            return (null, e.InnerException is JsonException json ? $"it is no parameter file as 'techbroker fit' writes them{(json.Path is { } at ? $" (see {at})" : "")}." : e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, $"it cannot be read: {e.Message}");
        }
    }
}
