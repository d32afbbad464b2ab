using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using TechBroker.Domain.Notices;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Notices;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Notices;

/// <summary>Calls webhooks as the Standard Webhooks specification says: 2xx is taken, 410 ends it, all else is tried again for some days.</summary>
internal sealed class WebhookSender(
    Database database, NoticeOptions options, NoticeWriting writing, WebhookSecrets secrets, PublicOnlyHttp http, DeliveryLoop loop, TimeProvider clock) : BackgroundService
{
    private const int AtOnce = 16, Gone = 410;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync(StepAsync, stoppingToken);

    /// <returns>Whether there was anything to do.</returns>
    internal async Task<bool> StepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await database.ReadAsync(s => DeliveryStore.AnyDueAsync(s, Delivery.Webhook, now), ct))
        {
            return false;
        }

        var until = now.AddSeconds(options.Webhooks.TimeoutSeconds + 60);
        var leased = await database.WriteAsync(s => DeliveryStore.LeaseAsync(s, Delivery.Webhook, null, now, until, AtOnce), ct);
        await Task.WhenAll(leased.Select(d => SendAsync(d, ct)));
        return leased.Count > 0;
    }

    private async Task SendAsync(Delivery delivery, CancellationToken ct)
    {
        if (await database.ReadAsync(s => OpenAsync(s, delivery), ct) is not { } webhook)
        {
            await database.WriteAsync(s => DeliveryStore.SettleAsync(s, delivery, Delivery.Dropped, null, null, clock.GetUtcNow()), ct);
            return;
        }

        var (status, fault) = await CallAsync(delivery, webhook, ct);
        var wait = fault is null || status == Gone ? null : Retries.Webhook(delivery.Attempts, Random.Shared.NextDouble());
        var now = clock.GetUtcNow();
        await database.WriteAsync(
            async s =>
            {
                var state = fault is null ? Delivery.Done : wait is null ? Delivery.Failed : Delivery.Waiting;
                if (await DeliveryStore.SettleAsync(s, delivery, state, fault, now + wait, now)
                    && state == Delivery.Failed
                    && (status == Gone || !await WebhookStore.ArrivedSinceAsync(s, webhook.Id, delivery.CreatedAt))
                    && await WebhookStore.DisableAsync(s, webhook.Id, status == Gone ? "gone" : "failing", now))
                {
                    await writing.WebhookDisabledAsync(s, webhook, now);
                }
            },
            ct);
    }

    private async Task<(int Status, string? Fault)> CallAsync(Delivery delivery, Webhook webhook, CancellationToken ct)
    {
        string secret;
        try
        {
            secret = secrets.Open(webhook.Id, webhook.Secret);
        }
        catch (CryptographicException)
        {
            return (0, "secret-unreadable");
        }

        var (id, at, body) = ($"msg_{delivery.Id:N}", clock.GetUtcNow(), delivery.Body!);
        var outcome = await http.PostAsync(
            webhook.Url,
            body,
            [("webhook-id", id), ("webhook-timestamp", WebhookSignature.Seconds(at)), ("webhook-signature", WebhookSignature.Of(secret, id, at, body))],
            readAnswer: false,
            ct);
        return (outcome.Status, outcome.Fault ?? (outcome.Status is >= 200 and <= 299 ? null : $"http-{outcome.Status}"));
    }

    // Asked again: a need may have been hidden, or a webhook disabled, since this was written.
    private static async Task<Webhook?> OpenAsync(SqlSession session, Delivery delivery)
    {
        if (delivery.WebhookId is not { } id || await WebhookStore.FindAsync(session, id) is not { DisabledAt: null } webhook)
        {
            return null;
        }

        if (webhook.OrganisationId is not { } organisation)
        {
            return webhook;
        }

        if (delivery.DealId is { } dealId)
        {
            return (await HoldingStore.OfDealAsync(session, dealId)).Any(p => p.OrganisationId == organisation) ? webhook : null;
        }

        return delivery.EngagementId is { } engagementId && await EngagementStore.FindAsync(session, engagementId) is { } engagement
            && await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId) is { } pair
            && await NoticeAudience.IsForOrganisationAsync(session, engagement, pair, organisation)
                ? webhook
                : null;
    }
}
