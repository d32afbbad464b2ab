using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>POST and GET /me/api-keys, DELETE /me/api-keys/{id}: keys act for the person, with the roles that the person has at that moment.</summary>
internal static class MyApiKeys
{
    private const int Most = 50;

    private static readonly Problem TooMany = new(409, "too-many-keys", new($"最多 {Most} 个有效密钥，请先吊销不用的。", $"At most {Most} keys at a time; revoke those that are not used."));

    public static void Map(IEndpointRouteBuilder me)
    {
        me.Post("/api-keys", Rule.InPerson, MakeAsync)
            .Produces<ApiKeyBody>(201).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409)
            .WithName("postApiKey").WithSummary("Make an API key; it is shown once");
        me.Get("/api-keys", Rule.InPerson, ListAsync)
            .Produces<Page<ApiKeyBody>>().ProducesProblem(401)
            .WithName("listApiKeys").WithSummary("The caller's API keys");
        me.Delete("/api-keys/{id:guid}", Rule.InPerson, RevokeAsync)
            .Produces(204).ProducesProblem(401).ProducesProblem(404)
            .WithName("deleteApiKey").WithSummary("Revoke an API key");
    }

    private static Task<IResult> MakeAsync(Body<PostApiKeyBody> body, HttpContext http, Writes writes, TimeProvider clock)
    {
        var (caller, now, secret) = (Caller.Required(http), clock.GetUtcNow(), Secrets.New(Secrets.ApiKey));
        var key = new ApiKey
        {
            Id = Guid.NewGuid(),
            AccountId = caller.AccountId,
            Name = body.Value.Name!.Trim(),
            Hash = Secrets.Hash(secret),
            Scope = body.Value.Scope!,
            CreatedAt = now,
            ExpiresAt = body.Value.ExpiresAt!.Value,
        };
        return writes.RunAsync(http, async session =>
        {
            if ((await ApiKeyStore.OpenOfAsync(session, caller.AccountId, now)).Count >= Most)
            {
                return TooMany;
            }

            await ApiKeyStore.InsertAsync(session, key);
            session.Record("apiKey.made", "apiKey", key.Id, new { key.AccountId, key.Scope, key.ExpiresAt });
            return new Answer(201, ToBody(key) with { Key = secret }) { Kept = ToBody(key) };
        });
    }

    private static async Task<IResult> ListAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken ct)
    {
        var keys = await database.ReadAsync(s => ApiKeyStore.OpenOfAsync(s, Caller.Required(http).AccountId, clock.GetUtcNow()), ct);
        return new Answer(200, new Page<ApiKeyBody> { Items = [.. keys.Select(ToBody)], Next = null });
    }

    private static Task<IResult> RevokeAsync(Guid id, HttpContext http, Database database, TimeProvider clock) => database.WriteAsync<IResult>(
        Caller.ActorOf(http),
        async session =>
        {
            if (!await ApiKeyStore.RevokeAsync(session, Caller.Required(http).AccountId, id, clock.GetUtcNow()))
            {
                return Problem.Of(MarketError.NotFound("api-key", id));
            }

            session.Record("apiKey.revoked", "apiKey", id);
            return Results.NoContent();
        },
        http.RequestAborted);

    private static ApiKeyBody ToBody(ApiKey key) => new()
    {
        Id = key.Id,
        Name = key.Name,
        Scope = key.Scope,
        CreatedAt = key.CreatedAt,
        ExpiresAt = key.ExpiresAt,
        LastUsedAt = key.LastUsedAt,
    };
}
