using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TechBroker.Api.Imports.Mapping;

namespace TechBroker.Api.Imports.Writing;

/// <summary>Rejected lines of a JSONL file as they came, with a property <c>_errors</c> that the reader passes over.</summary>
internal sealed class RejectedJsonl(Stream output, bool english) : RejectedFile
{
    private const string Property = "\"_errors\":";

    // The file is read by people and programs, never put into a web page: Chinese stays readable.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StreamWriter writer = Writer(output, bom: false);

    public override void Add(MappedRow row)
    {
        var errors = Property + JsonSerializer.Serialize(Sentences(row, english), Readable);
        writer.Write(row.Source switch
        {
            { Json: { } json } => WithErrors(json, errors),

            // Too long to have been kept; the original still has it.
            { Line: null } => $"{{{errors}}}",
            { Line: var line } => line.TrimEnd('\r'),
        });
        writer.Write('\n');
    }

    protected override void Dispose(bool disposing) => writer.Dispose();

    /// <summary>Raw texts are joined, because a line that is wrong may hold names and values that cannot be written properly.</summary>
    private static string WithErrors(JsonElement json, string errors)
    {
        var line = new StringBuilder("{");
        foreach (var property in json.EnumerateObject())
        {
            var raw = property.ToString();
            if (!raw.StartsWith(Property[..^1], StringComparison.Ordinal))
            {
                line.Append(raw).Append(',');
            }
        }

        return line.Append(errors).Append('}').ToString();
    }
}
