using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Notices;
using TechBroker.Domain.People;
using TechBroker.Storage.Deals;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Notices;

/// <summary>Reads a notice for its reader at this moment: what the reader may see no more has nothing to say.</summary>
public static class NoticeReading
{
    /// <summary>Null where what it is about does not exist for its reader any more.</summary>
    public static async Task<NoticeFacts?> OpenAsync(SqlSession session, Notice notice, Account reader) =>
        notice.AccountId != reader.Id || reader.State != Account.Active ? null
        : notice.EngagementId is { } engagementId ? await OfEngagementAsync(session, notice, engagementId, reader)
        : notice.DealId is { } dealId ? await OfDealAsync(session, notice, dealId, reader)
        : new NoticeFacts { Kind = notice.Kind, Title = "" };

    /// <summary>Where the reader goes on from there.</summary>
    public static string PathOf(Guid? engagementId, Guid? dealId) =>
        engagementId is not null ? $"/engagements/{engagementId}" : dealId is not null ? $"/deals/{dealId}" : "/webhooks";

    private static async Task<NoticeFacts?> OfEngagementAsync(SqlSession session, Notice notice, Guid id, Account reader)
    {
        if (await EngagementStore.FindAsync(session, id) is not { } engagement
            || await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId) is not { } pair
            || await NoticeAudience.AsWhatAsync(session, engagement, pair, reader) is not { } concerned)
        {
            return null;
        }

        var listing = await ListingStore.FindAsync(session, engagement.ListingId);
        var entry = await session.FirstAsync<StoredEntry>("SELECT Seq, At, ActorId, Action, Details FROM EngagementLog WHERE EngagementId = @id AND Seq = @Seq", new { id, notice.Seq });
        var details = entry is null ? EngagementDetails.None : StoredJson.Read<EngagementDetails>(entry.Details);
        var meeting = details.MeetingId is { } meetingId ? await MeetingStore.FindAsync(session, meetingId) : null;
        return new NoticeFacts
        {
            Kind = notice.Kind,
            Title = listing?.Content.Title ?? "",

            // Which side a conflict is with may be the identity of a blind need.
            Side = notice.Kind == NoticeKinds.Of(EngagementAction.Freeze) && concerned.Side is not null ? null : details.Side,
            State = engagement.State,
            Reason = details.Reason,
            Note = entry?.ActionCode is EngagementAction.Decline or EngagementAction.Close ? details.Note : null,
            On = details.On,
            Days = details.Days,
            Meeting = details.MeetingState,
            MeetingAt = meeting?.StartsAt,
            MeetingMoved = meeting is not null && meeting.CreatedAt != entry!.At,
            AcceptBy = details.ManagerId == reader.Id && engagement.ManagerId == reader.Id ? engagement.AcceptBy : null,
        };
    }

    private static async Task<NoticeFacts?> OfDealAsync(SqlSession session, Notice notice, Guid id, Account reader)
    {
        var parties = await HoldingStore.OfDealAsync(session, id);
        var staff = reader.RoleList.Any(r => r is Role.Manager or Role.Organiser or Role.Admin);
        if (parties.Count == 0 || !(staff || parties.Any(p => p.AccountId == reader.Id || (p.OrganisationId is not null && p.OrganisationId == reader.OrganisationId))))
        {
            return null;
        }

        var entry = await session.FirstAsync<StoredDealEntry>("SELECT Seq, At, ActorId, Action, Details FROM DealLog WHERE DealId = @id AND Seq = @Seq", new { id, notice.Seq });
        return new NoticeFacts
        {
            Kind = notice.Kind,
            Title = await session.FirstAsync<string>("SELECT Title FROM Deal WHERE Id = @id", new { id }) ?? "",
            Action = entry?.ActionCode,

            // What a payment was noted with may be its amount; what was said at the approval is for the centre.
            Note = entry?.ActionCode is DealAction.Refuse or DealAction.ReversePayment or DealAction.Breach or DealAction.Terminate or DealAction.Reverse
                || (staff && entry?.ActionCode is DealAction.Reject)
                    ? StoredJson.Read<DealDetails>(entry.Details).Note
                    : null,
        };
    }
}
