using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Http;

/// <summary>An error answer (RFC 9457) with a stable code; <see cref="Faults"/> become its <c>errors</c>, field name to messages.</summary>
internal sealed record Problem(int Status, string Code, Text Message) : IResult
{
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public int? RetryAfterSeconds { get; init; }

    public static Problem Invalid(IReadOnlyList<Fault> faults) => new(400, "validation", new(
        $"有 {faults.Count} 处填写有误，请按 errors 中的说明修改后重新提交。",
        $"{faults.Count} {(faults.Count == 1 ? "value is" : "values are")} wrong; correct what errors lists and send it again."))
    {
        Faults = faults,
    };

    /// <summary>Something dear is asked for too often at once.</summary>
    public static Problem Busy { get; } = new(429, "busy", new("服务器正忙，请稍后重试。", "The server is busy; try again in a moment.")) { RetryAfterSeconds = 5 };

    public static Problem Of(MarketError error) => new(
        error.Kind switch
        {
            ErrorKind.NotFound => 404,
            ErrorKind.Conflict => 409,
            ErrorKind.Stale => 412,
            ErrorKind.Forbidden => 403,
            _ => 422,
        },
        error.Code,
        error.Message);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var english = httpContext.Request.PrefersEnglish();
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var body = new Dictionary<string, object?>
        {
            ["type"] = $"urn:techbroker:problem:{Code}",
            ["title"] = Code,
            ["status"] = Status,
            ["detail"] = Message.In(english),
            ["code"] = Code,
            ["traceId"] = httpContext.TraceIdentifier,
        };
        if (Faults.Count > 0)
        {
            body["errors"] = Faults.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.Select(f => f.Message.In(english)).Distinct().ToArray());
        }

        await response.WriteAsync(JsonSerializer.Serialize(body, ApiJson.Options), httpContext.RequestAborted);
    }
}
