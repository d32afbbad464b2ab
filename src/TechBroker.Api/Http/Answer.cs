using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TechBroker.Api.Http;

/// <summary>A successful answer with an entity's revision as ETag.</summary>
internal sealed record Answer(int Status, object Body) : IResult
{
    public int? Revision { get; init; }

    public string? Location { get; init; }

    /// <summary>What a repeated Idempotency-Key gets instead of <see cref="Body"/>, where that shows a secret once: secrets are not kept.</summary>
    public object? Kept { get; init; }

    /// <summary>The account that it tells of; kept for a repeated Idempotency-Key, it is erased with what the account says.</summary>
    public Guid? About { get; init; }

    /// <summary>Headers as they are sent, and kept for a repeated Idempotency-Key.</summary>
    public IReadOnlyDictionary<string, string> Headers()
    {
        var headers = new Dictionary<string, string>();
        if (Revision is { } revision)
        {
            headers["ETag"] = $"\"{revision}\"";
        }

        if (Location is { } location)
        {
            headers["Location"] = location;
        }

        return headers;
    }

    public string Json() => JsonSerializer.Serialize(Body, Body.GetType(), ApiJson.Options);

    public string KeptJson() => Kept is null ? Json() : JsonSerializer.Serialize(Kept, Kept.GetType(), ApiJson.Options);

    public Task ExecuteAsync(HttpContext httpContext) => new SentAnswer(Status, Headers(), Json()).ExecuteAsync(httpContext);
}

/// <summary>An answer in its final form.</summary>
internal sealed record SentAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Json) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        foreach (var (name, value) in Headers)
        {
            httpContext.Response.Headers[name] = value;
        }

        await httpContext.Response.WriteAsync(Json, httpContext.RequestAborted);
    }
}
