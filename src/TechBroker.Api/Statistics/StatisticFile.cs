using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Api.Imports.Writing;
using TechBroker.Domain;

namespace TechBroker.Api.Statistics;

/// <summary>A statistic to download: CSV for programs (codes, minor units), a workbook for people (names, major units).</summary>
internal sealed class StatisticFile(StatisticTable table, StatisticFormat format, DateTimeOffset madeAt) : IResult
{
    private static readonly Text InMinorUnits = new("（最小货币单位）", " (minor units)");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, english) = (httpContext.Response, httpContext.Request.PrefersEnglish());
        var csv = format is StatisticFormat.Csv;
        using var bytes = new MemoryStream();
        if (csv)
        {
            WriteCsv(bytes, english);
        }
        else
        {
            StatisticBook.Write(bytes, table, madeAt, english);
        }

        response.ContentType = csv ? $"{StatisticExport.Csv}; charset=utf-8" : StatisticExport.Xlsx;
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{table.Name}-{madeAt.UtcDateTime:yyyyMMdd}.{(csv ? "csv" : "xlsx")}\"");
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), httpContext.RequestAborted);
    }

    private void WriteCsv(Stream output, bool english)
    {
        // Spreadsheets take a CSV file without the mark for some other encoding.
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        CsvText.WriteRecord(writer, table.Columns.Select(c => c.Heading.In(english) + (c.IsMoney ? InMinorUnits.In(english) : "")));
        foreach (var row in table.Rows)
        {
            // An amount that a correction made negative stays a number: nothing that is only digits runs as a formula.
            CsvText.WriteRecord(writer, row.Select(TextOf), row.Select(c => c is Minor or long or int or double).ToArray());
        }
    }

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        Named named => named.Code ?? "",
        Minor minor => minor.Units.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)cell,
    };
}
