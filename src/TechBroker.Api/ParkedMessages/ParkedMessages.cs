using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.ParkedMessages;

/// <summary>GET /parked-messages and POST /parked-messages/{id}/replay</summary>
internal static class ParkedMessages
{
    public static void Map(IEndpointRouteBuilder parked)
    {
        parked.MapGet("", PageAsync)
            .Produces<Page<ParkedMessageBody>>().ProducesProblem(400)
            .WithName("listParkedMessages").WithSummary("List messages that could not be processed, newest first")
            .WithMetadata(QueryParameters.OfPage);
        parked.MapPost("/{id:guid}/replay", (Guid id, HttpContext http, Writes writes, TimeProvider clock) =>
                writes.RunAsync(http, session => ReplayAsync(session, id, clock.GetUtcNow())))
            .Produces<ParkedMessageBody>().ProducesProblem(404)
            .WithName("replayParkedMessage").WithSummary("Send a parked message again");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var limit = query.Limit();
        var cursor = query.Cursor(c => c.Time is not null);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var rows = await database.ReadAsync(s => ParkedMessageStore.PageAsync(s, cursor?.Time, cursor?.Id, limit + 1), ct);
        var page = rows.Take(limit).ToList();
        return new Answer(200, new Page<ParkedMessageBody>
        {
            Items = [.. page.Select(ToBody)],
            Next = rows.Count > limit ? Cursor.Of(query.List, page[^1].ParkedAt, page[^1].Id).ToString() : null,
        });
    }

    private static async Task<IResult> ReplayAsync(WriteSession session, Guid id, DateTimeOffset now)
    {
        if (await ParkedMessageStore.FindAsync(session, id) is not { } message)
        {
            return Problem.Of(MarketError.NotFound("parked-message", id));
        }

        await ParkedMessageStore.ReplayAsync(session, message, now);
        return new Answer(200, ToBody(message with { ReplayedAt = now }));
    }

    private static ParkedMessageBody ToBody(ParkedMessage message) => new()
    {
        Id = message.Id,
        MessageId = message.MessageId,
        Type = message.Type,
        Consumer = message.Consumer,
        Reason = message.Reason,
        ParkedAt = message.ParkedAt,
        ReplayedAt = message.ReplayedAt,
    };
}
