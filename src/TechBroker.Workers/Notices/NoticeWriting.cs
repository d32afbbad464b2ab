using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Notices;
using TechBroker.Domain.People;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Notices;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Notices;

/// <summary>Writes who is told of something, and what is to be carried outside for it.</summary>
internal sealed class NoticeWriting(NoticeOptions options)
{
    public async Task EngagementAsync(WriteSession session, EngagementChanged message, DateTimeOffset now)
    {
        if (!Codes.TryParse<EngagementAction>(message.Action, out var action)
            || await EngagementStore.FindAsync(session, message.EngagementId) is not { } engagement
            || await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId) is not { } pair)
        {
            return;
        }

        var actor = await session.FirstAsync<Guid?>(
            "SELECT ActorId FROM EngagementLog WHERE EngagementId = @EngagementId AND Seq = @Revision", new { message.EngagementId, message.Revision });
        var item = new Item(NoticeKinds.Of(action), message.EngagementId, null, message.Revision, message.At);
        foreach (var concerned in await NoticeAudience.OfAsync(session, engagement, pair, action, actor))
        {
            await TellAsync(session, item, concerned.AccountId, now);
        }

        foreach (var webhook in await WebhooksAsync(session, [pair.ListingOrganisationId, pair.NeedOrganisationId], item.Kind))
        {
            if (webhook.OrganisationId is not { } organisation
                || (NoticeKinds.IsForParties(action) && await NoticeAudience.IsForOrganisationAsync(session, engagement, pair, organisation)))
            {
                await CallAsync(session, item, webhook, new { message.EngagementId, message.Revision, message.Action }, now);
            }
        }

        await RobotsAsync(session, item, now);
    }

    public async Task DealAsync(WriteSession session, Guid dealId, int? revision, string kind, DateTimeOffset at, DateTimeOffset now)
    {
        var parties = await HoldingStore.OfDealAsync(session, dealId);
        if (parties.Count == 0)
        {
            return;
        }

        var entry = await session.FirstAsync<DealEntry>(
            $"SELECT Seq, ActorId, Action FROM DealLog WHERE DealId = @dealId AND (@revision IS NULL OR Seq = @revision) ORDER BY Seq DESC{session.Dialect.Limit}",
            new { dealId, revision, Limit = 1 });
        var item = new Item(kind, null, dealId, entry?.Seq ?? revision ?? 1, at);
        var organisations = parties.Select(p => p.OrganisationId).ToList();
        var people = await session.ListAsync<Guid>(
            """
            SELECT Id FROM Account
             WHERE State = 'active'
               AND ((OrganisationId IN @organisations AND (Roles LIKE '%"provider"%' OR Roles LIKE '%"seeker"%')) OR Id IN @accounts
                    OR Id = (SELECT ManagerId FROM Deal WHERE Id = @dealId))
             ORDER BY Id
            """,
            new { dealId, organisations = Texts(organisations), accounts = Texts(parties.Select(p => p.AccountId)) });
        foreach (var id in people.Where(id => id != entry?.ActorId))
        {
            await TellAsync(session, item, id, now);
        }

        foreach (var webhook in await WebhooksAsync(session, organisations, kind))
        {
            await CallAsync(session, item, webhook, new { dealId, Revision = item.Seq, Action = entry?.Action }, now);
        }

        await RobotsAsync(session, item, now);
    }

    /// <summary>Tells whoever made it, or the organisers where that person is gone.</summary>
    public async Task WebhookDisabledAsync(WriteSession session, Webhook webhook, DateTimeOffset now)
    {
        var people = await session.ListAsync<Guid>("SELECT Id FROM Account WHERE Id = @CreatedBy AND State = 'active'", new { webhook.CreatedBy });
        people = people.Count > 0 ? people : await session.ListAsync<Guid>($"SELECT Id FROM Account WHERE State = 'active' AND Roles LIKE '%\"{Codes.Of(Role.Organiser)}\"%'");
        foreach (var id in people)
        {
            await TellAsync(session, new Item(NoticeKinds.WebhookDisabled, null, null, 1, now) { WebhookId = webhook.Id }, id, now);
        }
    }

    private async Task TellAsync(WriteSession session, Item item, Guid accountId, DateTimeOffset now)
    {
        var settings = await NoticeStore.SettingsAsync(session, accountId);
        var mails = options.Mail.Enabled && settings.Mails(item.Kind);
        var mail = mails && settings.Mail == NoticeSettings.Each ? Guid.NewGuid() : (Guid?)null;
        await NoticeStore.InsertAsync(session, new Notice
        {
            Id = Guid.NewGuid(),
            AccountId = accountId,
            Kind = item.Kind,
            EngagementId = item.EngagementId,
            DealId = item.DealId,
            WebhookId = item.WebhookId,
            Seq = item.Seq,
            At = item.At,
            DeliveryId = mail,

            // Midnight UTC is eight in the morning in China: the day's mail lies there when work begins.
            DigestOn = mails && mail is null ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(1) : null,
        });
        if (mail is { } id)
        {
            await DeliveryStore.InsertAsync(session, New(item, Delivery.Mail, now) with { Id = id, AccountId = accountId });
        }
    }

    private async Task<IReadOnlyList<Webhook>> WebhooksAsync(WriteSession session, IEnumerable<Guid?> organisations, string kind) =>
        options.Webhooks.Enabled ? [.. (await WebhookStore.OfAsync(session, organisations)).Where(w => w.KindList.Contains(kind))] : [];

    private static Task CallAsync(WriteSession session, Item item, Webhook webhook, object data, DateTimeOffset now) => DeliveryStore.InsertAsync(
        session,
        New(item, Delivery.Webhook, now) with { WebhookId = webhook.Id, Body = StoredJson.Write(new { type = item.Kind, timestamp = item.At, data }) });

    private async Task RobotsAsync(WriteSession session, Item item, DateTimeOffset now)
    {
        foreach (var robot in options.Robots.Where(r => r.Wants(item.Kind)))
        {
            await DeliveryStore.InsertAsync(session, New(item, Delivery.Robot, now) with { RobotName = robot.Name });
        }
    }

    private static Delivery New(Item item, string channel, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        Channel = channel,
        EngagementId = item.EngagementId,
        DealId = item.DealId,
        Kind = item.Kind,
        NextAttemptAt = now,
        CreatedAt = now,
    };

    private static IReadOnlyList<string> Texts(IEnumerable<Guid?> ids) => [.. ids.OfType<Guid>().Distinct().Select(id => id.ToString("D"))];

    private sealed record Item(string Kind, Guid? EngagementId, Guid? DealId, int Seq, DateTimeOffset At)
    {
        public Guid? WebhookId { get; init; }
    }

    private sealed record DealEntry
    {
        public required int Seq { get; init; }

        public Guid? ActorId { get; init; }

        public required string Action { get; init; }
    }
}
