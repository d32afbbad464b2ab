using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Api.Imports.Writing;
using TechBroker.Storage.Audit;

namespace TechBroker.Api.Audit;

/// <summary>
/// Entries as a file, field by field as they are sealed. Its last record is the head of the whole record: it shows that the download is
/// complete, and what to check the record against.
/// </summary>
internal sealed class AuditFile(IAsyncEnumerable<AuditEntry> entries, AuditMark head, bool csv) : IResult
{
    public const string HeadHeader = "X-Audit-Head";

    private const int FlushEvery = 500;

    private static readonly string[] Names = ["seq", "at", "actorId", "actorKind", "via", "address", "action", "subject", "subjectId", "details", "previousHash", "hash"];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = csv ? "text/csv; charset=utf-8" : "application/jsonl";
        response.Headers[HeadHeader] = head.ToString();
        response.Headers.ContentDisposition = $"attachment; filename=\"audit-{head.Seq}.{(csv ? "csv" : "jsonl")}\"";

        // Spreadsheets take a CSV file without the mark for some other encoding.
        await using var stream = response.BodyWriter.AsStream();
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: csv), bufferSize: 64 * 1024);
        if (csv)
        {
            CsvText.WriteRecord(writer, Names);
        }

        var written = 0;
        await foreach (var entry in entries.WithCancellation(httpContext.RequestAborted))
        {
            Write(writer, ValuesOf(entry));
            if (++written % FlushEvery == 0)
            {
                await writer.FlushAsync(httpContext.RequestAborted);
            }
        }

        Write(writer, [Number(head.Seq), null, null, null, null, null, "audit.head", "audit", null, null, null, head.Hash]);
    }

    private void Write(StreamWriter writer, string?[] values)
    {
        if (csv)
        {
            CsvText.WriteRecord(writer, values.Select(v => v ?? ""));
            return;
        }

        // Everything is text but the number and what is JSON already.
        var fields = Names.Zip(values).Where(f => f.Second is not null).Select(f =>
            $"{JsonSerializer.Serialize(f.First)}:{(f.First is "seq" or "details" ? f.Second : JsonSerializer.Serialize(f.Second, ApiJson.Options))}");
        writer.Write($"{{{string.Join(',', fields)}}}\n");
    }

    private static string?[] ValuesOf(AuditEntry e) =>
    [
        Number(e.Seq), e.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), e.ActorId?.ToString("D"), e.ActorKind, e.Via, e.Address, e.Action, e.Subject,
        e.SubjectId?.ToString("D"), e.Details, Convert.ToHexStringLower(e.PreviousHash), Convert.ToHexStringLower(e.Hash),
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
