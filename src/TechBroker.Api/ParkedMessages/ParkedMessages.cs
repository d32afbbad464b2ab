using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
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
        parked.Get("", Rules.Operate, PageAsync)
            .Produces<Page<ParkedMessageBody>>().ProducesProblem(400)
            .WithName("listParkedMessages").WithSummary("List messages that could not be processed, newest first")
            .WithMetadata(QueryParameters.OfPage);
        parked.Post("/{id:guid}/replay", Rules.Operate, (Guid id, HttpContext http, Writes writes, TimeProvider clock) =>
                writes.RunAsync(http, session => ReplayAsync(session, id, clock.GetUtcNow())))
            .Produces<ParkedMessageBody>().ProducesProblem(404).ProducesProblem(422)
            .WithName("replayParkedMessage").WithSummary("Send a parked message again");
    }

    private static readonly MarketError Unreadable = new("parked-message-unreadable", ErrorKind.Rule, new(
        "这条消息的类型或内容无法识别，不能重新发送；如果它来自更新的版本，请先升级再重发。",
        "This message's type or body cannot be made out, so it cannot be sent again; if a newer version wrote it, upgrade first."));

    private static Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct) =>
        NewestFirst.PageAsync(http, database, ParkedMessageStore.PageAsync, m => (m.ParkedAt, m.Id), (m, _) => ToBody(m), ct);

    private static async Task<IResult> ReplayAsync(WriteSession session, Guid id, DateTimeOffset now)
    {
        if (await ParkedMessageStore.FindAsync(session, id) is not { } message)
        {
            return Problem.Of(MarketError.NotFound("parked-message", id));
        }

        if (!message.IsReadable)
        {
            return Problem.Of(Unreadable);
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
