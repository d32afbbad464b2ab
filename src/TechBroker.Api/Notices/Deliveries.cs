using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Notices;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Notices;

/// <summary>GET /deliveries and POST /deliveries/{id}/redeliver for the operator; the same below a webhook for those it belongs to.</summary>
internal static class Deliveries
{
    private static readonly QueryParameters Parameters = new([new("state", "waiting, done, failed or dropped."), .. QueryParameters.OfPage.All]);

    public static void Map(IEndpointRouteBuilder deliveries)
    {
        deliveries.Get("", Rules.Operate, (HttpContext http, Database database, CancellationToken ct) => PageAsync(http, database, null, ct))
            .Produces<Page<DeliveryBody>>().ProducesProblem(400)
            .WithName("listDeliveries").WithSummary("List mails, calls of webhooks and messages to robots, newest first")
            .WithMetadata(Parameters);
        deliveries.Post("/{id:guid}/redeliver", Rules.Operate, (Guid id, HttpContext http, Writes writes, TimeProvider clock) =>
                writes.RunAsync(http, session => RestartAsync(session, id, null, clock.GetUtcNow())))
            .Produces<DeliveryBody>().ProducesProblem(404).ProducesProblem(409)
            .WithName("redeliver").WithSummary("Try a delivery again from the beginning");
    }

    public static void MapOfWebhook(IEndpointRouteBuilder webhooks)
    {
        webhooks.Get("/{id:guid}/deliveries", Rules.ChangeWebhook, (Guid id, HttpContext http, Database database, CancellationToken ct) => PageAsync(http, database, id, ct))
            .Produces<Page<DeliveryBody>>().ProducesProblem(400).ProducesProblem(404)
            .WithName("listWebhookDeliveries").WithSummary("List what a webhook was sent, newest first")
            .WithMetadata(Parameters);
        webhooks.Post("/{id:guid}/deliveries/{deliveryId:guid}/redeliver", Rules.ChangeWebhook, (Guid id, Guid deliveryId, HttpContext http, Writes writes, TimeProvider clock) =>
                writes.RunAsync(http, session => RestartAsync(session, deliveryId, id, clock.GetUtcNow())))
            .Produces<DeliveryBody>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
            .WithName("redeliverToWebhook").WithSummary("Call a webhook again");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, Guid? webhookId, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var state = query.Text("state");
        if (state is not (null or Delivery.Waiting or Delivery.Done or Delivery.Failed or Delivery.Dropped))
        {
            query.Wrong("state", new("须为 waiting、done、failed 或 dropped。", "It must be waiting, done, failed or dropped."));
        }

        return query.Problem ?? await NewestFirst.PageAsync(
            http,
            database,
            (session, before, beforeId, limit) => DeliveryStore.PageAsync(session, state, webhookId, before, beforeId, limit),
            d => (d.CreatedAt, d.Id),
            (d, _) => ToBody(d),
            ct);
    }

    private static async Task<IResult> RestartAsync(WriteSession session, Guid id, Guid? webhookId, DateTimeOffset now)
    {
        if (await DeliveryStore.FindAsync(session, id) is not { } delivery || (webhookId is not null && delivery.WebhookId != webhookId))
        {
            return Problem.Of(MarketError.NotFound("delivery", id));
        }

        if (delivery.State == Delivery.Waiting)
        {
            return new Problem(409, "delivery-waiting", new("此项仍在等待发送，无需重发。", "It still waits to be delivered; there is nothing to repeat."));
        }

        await DeliveryStore.RestartAsync(session, delivery, now);
        return new Answer(200, ToBody(delivery with { State = Delivery.Waiting, Attempts = 0, NextAttemptAt = now, FinishedAt = null }));
    }

    private static DeliveryBody ToBody(Delivery delivery) => new()
    {
        Id = delivery.Id,
        Channel = delivery.Channel,
        AccountId = delivery.AccountId,
        WebhookId = delivery.WebhookId,
        Robot = delivery.RobotName,
        Kind = delivery.Kind,
        State = delivery.State,
        Attempts = delivery.Attempts,
        NextAttemptAt = delivery.NextAttemptAt,
        LastFault = delivery.LastFault,
        CreatedAt = delivery.CreatedAt,
        FinishedAt = delivery.FinishedAt,
    };
}
