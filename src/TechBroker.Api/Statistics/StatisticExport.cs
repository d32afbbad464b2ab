using Microsoft.AspNetCore.Http;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Statistics;

internal enum StatisticFormat
{
    Json,
    Csv,
    Xlsx,
}

/// <summary>Answers with a statistic, or with a file of it, which is an entry of the audit record.</summary>
internal sealed class StatisticExport(Database database, TimeProvider clock)
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Csv = "text/csv";

    /// <summary>Only a file takes one of the caller's places: a page that shows all statistics asks for them at once.</summary>
    public static readonly Place Place = new(Dear.Export) { Only = request => FormatOf(request) is not (null or StatisticFormat.Json) };

    public static StatisticFormat Format(Query query, HttpRequest request) =>
        query.Text("format") is null ? FormatOf(request) ?? StatisticFormat.Json : query.Code<StatisticFormat>("format") ?? StatisticFormat.Json;

    public async Task<IResult> AnswerAsync(HttpContext http, StatisticFormat format, object body, Func<StatisticTable> table, object asked, CancellationToken ct)
    {
        if (format is StatisticFormat.Json)
        {
            return new Answer(200, body);
        }

        var file = table();
        await database.WriteAsync(
            Caller.ActorOf(http),
            session =>
            {
                session.Record("statistics.exported", "statistics", null, new { Statistic = file.Name, Format = Codes.Of(format), Asked = asked });
                return Task.CompletedTask;
            },
            ct);
        return new StatisticFile(file, format, clock.GetUtcNow());
    }

    private static StatisticFormat? FormatOf(HttpRequest request)
    {
        if (request.Query["format"].ToString() is { Length: > 0 } named)
        {
            return Codes.TryParse<StatisticFormat>(named.Trim(), out var format) ? format : null;
        }

        foreach (var accepted in request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1))
        {
            switch (accepted.MediaType.Value)
            {
                case Csv:
                    return StatisticFormat.Csv;
                case Xlsx:
                    return StatisticFormat.Xlsx;
                case "application/json" or "*/*":
                    return StatisticFormat.Json;
            }
        }

        return null;
    }
}
