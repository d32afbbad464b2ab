using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Reading;

/// <summary>A JSONL file: one object per line.</summary>
internal sealed class JsonlTable : TableFile
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };

    private readonly Stream file;
    private readonly TextCoding coding;
    private readonly ImportLimits limits;

    private JsonlTable(Stream file, TextCoding coding, ImportLimits limits)
        : base(TableFormat.Jsonl, [], [])
        => (this.file, this.coding, this.limits) = (file, coding, limits);

    public static Outcome<TableFile> Read(Stream file, ImportLimits limits)
    {
        var table = new JsonlTable(file, TextCoding.Of(file), limits);
        return table.Rows(CancellationToken.None).Any() ? table : FileFailures.Empty();
    }

    public override IEnumerable<SourceRow> Rows(CancellationToken ct)
    {
        file.Position = coding.BomLength;
        using var utf8 = coding.Encoding is UTF8Encoding ? null : Encoding.CreateTranscodingStream(file, coding.Encoding, Encoding.UTF8, leaveOpen: true);
        var lines = new JsonLines(utf8 ?? file, limits.RecordLength);
        while (lines.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (lines.TooLong || lines.Line.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                yield return Row(lines);
            }
        }
    }

    protected override void Dispose(bool disposing) => file.Dispose();

    private SourceRow Row(JsonLines lines)
    {
        if (lines.TooLong)
        {
            return Broken(lines, null, JsonComplaints.TooLong(limits.RecordLength));
        }

        var text = Encoding.UTF8.GetString(lines.Line);
        if (!Utf8.IsValid(lines.Line))
        {
            return Broken(lines, text, JsonComplaints.NotUtf8());
        }

        try
        {
            var json = JsonElement.Parse(lines.Line, Strict);
            return json.ValueKind == JsonValueKind.Object
                ? new SourceRow(lines.Number, [], []) { Json = json, Line = text }
                : Broken(lines, text, JsonComplaints.NotAnObject());
        }
        catch (JsonException e)
        {
            return Broken(lines, text, JsonComplaints.Invalid((int)(e.BytePositionInLine ?? 0), lines.Complete));
        }
    }

    private static SourceRow Broken(JsonLines lines, string? text, Complaint complaint) =>
        new(lines.Number, [], [ImportIssue.At(lines.Number, null, complaint)]) { Line = text, Broken = true };
}
