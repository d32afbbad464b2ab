using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TechBroker.Api.Access;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Http;

/// <summary>
/// Runs a use case in one transaction and answers after its commit. A request with an Idempotency-Key that was answered before gets the
/// same answer again and does nothing; the answer is kept in the same transaction as its effect.
/// </summary>
internal sealed class Writes(Database database, AuditKey key, TimeProvider clock)
{
    private const int LongestKey = 200;

    public async Task<IResult> RunAsync(HttpContext http, Func<WriteSession, Task<IResult>> useCase)
    {
        var actor = Caller.ActorOf(http);
        var header = http.Request.Headers["Idempotency-Key"];
        if (header.Count == 0)
        {
            return await database.WriteAsync(actor, useCase, http.RequestAborted);
        }

        var name = header.ToString();
        if (name.Length is 0 or > LongestKey || name.Any(c => c is < ' ' or > '~'))
        {
            return Problem.Invalid([new Fault("Idempotency-Key", new($"须为 1 至 {LongestKey} 个可见 ASCII 字符。", $"It must be 1 to {LongestKey} visible ASCII characters."))]);
        }

        // One person's key is nobody else's: the kept answer may say what only they may read.
        var requestKey = $"{Caller.Of(http)?.AccountId} {http.Request.Method} {http.Request.Path} {name}";
        var hash = key.HashOf(http.Features.Get<BodyHash>()?.Value ?? "");
        return await database.WriteAsync(actor, session => OnceAsync(session, requestKey, hash, useCase), http.RequestAborted);
    }

    private async Task<IResult> OnceAsync(WriteSession session, string requestKey, string hash, Func<WriteSession, Task<IResult>> useCase)
    {
        if (await IdempotentAnswerStore.FindAsync(session, requestKey) is { } known)
        {
            return known.RequestHash == hash
                ? new SentAnswer(known.Status, WithMark(known.Headers), known.Body)
                : new Problem(422, "idempotency-key-reused", new(
                    "此 Idempotency-Key 已用于内容不同的请求，请换一个新的键。",
                    "This Idempotency-Key was used for a different request; use a new key."));
        }

        var result = await useCase(session);
        if (result is Answer answer)
        {
            // A refusal is not kept: the same request may be right later.
            await IdempotentAnswerStore.InsertAsync(session, new IdempotentAnswer
            {
                RequestKey = requestKey,
                RequestHash = hash,
                Status = answer.Status,
                Headers = JsonSerializer.Serialize(answer.Headers()),
                Body = answer.KeptJson(),
                About = answer.About,
                At = clock.GetUtcNow(),
            });
        }

        return result;
    }

    private static Dictionary<string, string> WithMark(string headers)
    {
        var all = JsonSerializer.Deserialize<Dictionary<string, string>>(headers) ?? [];
        all["Idempotency-Replayed"] = "true";
        return all;
    }
}
