using TechBroker.Domain;

namespace TechBroker.Api.Imports;

internal enum Severity
{
    /// <summary>The row is imported.</summary>
    Warning,

    /// <summary>The row is not imported.</summary>
    Error,
}

/// <summary>What is wrong with a value, before it is known where in the file the value stands.</summary>
internal sealed record Complaint(string Code, Text Message, Text Remedy, Severity Severity = Severity.Error)
{
    /// <summary>A value as it may stand in a sentence: short, on one line.</summary>
    public static string Quote(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        if (line.Length <= 40)
        {
            return line;
        }

        // Never half a surrogate pair.
        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[39]) ? 39 : 40), "…");
    }
}
