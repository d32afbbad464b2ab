using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Notices;
using TechBroker.Domain.People;
using TechBroker.Storage.Deals;
using TechBroker.Storage.Engagements;
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

        var entry = await session.FirstAsync<StoredEntry>(
            "SELECT Seq, At, ActorId, Action, Details FROM EngagementLog WHERE EngagementId = @EngagementId AND Seq = @Revision", new { message.EngagementId, message.Revision });
        var item = new Item(NoticeKinds.Of(action), message.EngagementId, null, message.Revision, message.At);
        var concerned = IsOver(action, entry, engagement) ? [] : await NoticeAudience.OfAsync(session, engagement, pair, action, actorId: null);
        var meetings = options.Mail.Enabled ? await MeetingStore.ArrangedAsync(session, message.EngagementId, message.At) : [];
        foreach (var one in concerned)
        {
            // Whoever arranged it has a calendar, too.
            var invitation = await InviteAsync(session, item, meetings, one.AccountId, now);
            if (one.AccountId != entry?.ActorId)
            {
                await TellAsync(session, item, one.AccountId, now, action is EngagementAction.Arrange ? invitation : null);
            }
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

    public async Task EscalatedAsync(WriteSession session, EngagementEscalated message, DateTimeOffset now)
    {
        // Meanwhile somebody may have taken it on.
        if (await EngagementStore.FindAsync(session, message.EngagementId) is not { ManagerId: null, IsLive: true } engagement
            || await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId) is not { } pair)
        {
            return;
        }

        var item = new Item(NoticeKinds.EngagementEscalated, engagement.Id, null, engagement.Revision, message.At);
        foreach (var id in await NoticeAudience.OrganisersAsync(session, pair))
        {
            await TellAsync(session, item, id, now);
        }

        foreach (var webhook in (await WebhooksAsync(session, [], item.Kind)).Where(w => w.OrganisationId is null))
        {
            await CallAsync(session, item, webhook, new { message.EngagementId }, now);
        }

        await RobotsAsync(session, item, now);
    }

    public async Task DealAsync(WriteSession session, Guid dealId, int? revision, string kind, DateTimeOffset at, DateTimeOffset now)
    {
        if (await DealStore.FindAsync(session, dealId) is not { Deal: var deal })
        {
            return;
        }

        var entry = (await DealStore.LogAsync(session, dealId)).LastOrDefault(e => revision is null ? e.ActionCode is DealAction.Record or DealAction.Approve : e.Seq == revision);
        var item = new Item(kind, null, dealId, entry?.Seq ?? revision ?? 1, at);
        var people = kind == NoticeKinds.DealRecorded ? await DealAudience.OfSigningAsync(session, deal, entry?.ActorId)
            : entry is null ? []
            : await DealAudience.OfAsync(session, deal, entry.ActionCode, entry.ActorId);
        foreach (var id in people)
        {
            await TellAsync(session, item, id, now);
        }

        foreach (var webhook in await WebhooksAsync(session, deal.Parties.Select(p => p.OrganisationId), kind))
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

    // A mail for each meeting, as calendars want it, and at once even for those who are mailed daily: a day later the meeting may be over.
    private static async Task<Guid?> InviteAsync(WriteSession session, Item item, IReadOnlyList<Meeting> meetings, Guid accountId, DateTimeOffset now)
    {
        Guid? last = null;
        if (meetings.Count > 0 && (await NoticeStore.SettingsAsync(session, accountId)).Mails(MeetingMail.Kind))
        {
            foreach (var meeting in meetings)
            {
                last = Guid.NewGuid();
                await DeliveryStore.InsertAsync(session, New(item, Delivery.Mail, now) with
                {
                    Id = last.Value,
                    AccountId = accountId,
                    Kind = MeetingMail.Kind,
                    Body = StoredJson.Write(new InvitedTo(meeting.Id, meeting.Sequence)),
                });
            }
        }

        return last;
    }

    // It was given to somebody who has it no longer; whoever has it now was told by an entry of its own.
    private static bool IsOver(EngagementAction action, StoredEntry? entry, Engagement engagement) =>
        action is EngagementAction.Dispatch && (entry is null || StoredJson.Read<EngagementDetails>(entry.Details).ManagerId != engagement.ManagerId);

    // Where an invitation says it already, no other mail does.
    private async Task TellAsync(WriteSession session, Item item, Guid accountId, DateTimeOffset now, Guid? carriedBy = null)
    {
        var settings = await NoticeStore.SettingsAsync(session, accountId);
        var mails = options.Mail.Enabled && carriedBy is null && settings.Mails(item.Kind);
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
            DeliveryId = mail ?? carriedBy,

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

    private sealed record Item(string Kind, Guid? EngagementId, Guid? DealId, int Seq, DateTimeOffset At)
    {
        public Guid? WebhookId { get; init; }
    }
}
