using TechBroker.Storage.Sql;

namespace TechBroker.Storage;

/// <summary>The answer once given to a request with an Idempotency-Key.</summary>
public sealed record IdempotentAnswer
{
    /// <summary>Method, path and key.</summary>
    public required string RequestKey { get; init; }

    /// <summary>SHA-256 of the body.</summary>
    public required string RequestHash { get; init; }

    public required int Status { get; init; }

    /// <summary>JSON object of header names and values.</summary>
    public required string Headers { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }
}

public static class IdempotentAnswerStore
{
    public static Task<IdempotentAnswer?> FindAsync(SqlSession session, string requestKey) =>
        session.FirstAsync<IdempotentAnswer>(
            "SELECT RequestKey, RequestHash, Status, Headers, Body, At FROM IdempotentAnswer WHERE RequestKey = @requestKey", new { requestKey });

    public static Task InsertAsync(WriteSession session, IdempotentAnswer answer) =>
        session.RunAsync(
            "INSERT INTO IdempotentAnswer (RequestKey, RequestHash, Status, Headers, Body, At) VALUES (@RequestKey, @RequestHash, @Status, @Headers, @Body, @At)",
            answer);
}
