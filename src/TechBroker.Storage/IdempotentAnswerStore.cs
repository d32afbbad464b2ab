using TechBroker.Storage.Sql;

namespace TechBroker.Storage;

/// <summary>The answer once given to a request with an Idempotency-Key.</summary>
public sealed record IdempotentAnswer
{
    /// <summary>Method, path and key.</summary>
    public required string RequestKey { get; init; }

    /// <summary>Keyed hash of the body: a plain one of a body with a password in it could be guessed at.</summary>
    public required string RequestHash { get; init; }

    public required int Status { get; init; }

    /// <summary>JSON object of header names and values.</summary>
    public required string Headers { get; init; }

    public required string Body { get; init; }

    /// <summary>The account that the answer tells of.</summary>
    public Guid? About { get; init; }

    public required DateTimeOffset At { get; init; }
}

public static class IdempotentAnswerStore
{
    public static Task<IdempotentAnswer?> FindAsync(SqlSession session, string requestKey) =>
        session.FirstAsync<IdempotentAnswer>(
            "SELECT RequestKey, RequestHash, Status, Headers, Body, About, At FROM IdempotentAnswer WHERE RequestKey = @requestKey", new { requestKey });

    public static Task InsertAsync(WriteSession session, IdempotentAnswer answer) =>
        session.RunAsync(
            "INSERT INTO IdempotentAnswer (RequestKey, RequestHash, Status, Headers, Body, About, At) VALUES (@RequestKey, @RequestHash, @Status, @Headers, @Body, @About, @At)",
            answer);

    /// <summary>Takes away what was answered about a person; whoever repeats such a request is answered anew.</summary>
    public static Task<int> ForgetAboutAsync(WriteSession session, Guid accountId) =>
        session.RunAsync("DELETE FROM IdempotentAnswer WHERE About = @accountId", new { accountId });

    /// <summary>Takes away what was answered to a person.</summary>
    public static Task<int> ForgetToAsync(WriteSession session, Guid accountId) =>
        session.RunAsync("DELETE FROM IdempotentAnswer WHERE RequestKey >= @from AND RequestKey < @to", new { from = $"{accountId:D} ", to = $"{accountId:D}!" });
}
