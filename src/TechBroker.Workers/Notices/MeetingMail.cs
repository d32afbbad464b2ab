using System.Net.Mail;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Notices;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Notices;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Notices;

/// <summary>What a mail that invites to a meeting keeps of it.</summary>
internal sealed record InvitedTo(Guid MeetingId, int Sequence);

/// <summary>A meeting as a calendar reads it: REQUEST or CANCEL (RFC 6047).</summary>
internal sealed record CalendarText(string Method, string Text);

/// <summary>An invitation to a meeting, for one reader: nobody learns from it who else is invited.</summary>
internal static class MeetingMail
{
    public static readonly string Kind = NoticeKinds.Of(EngagementAction.Arrange);

    /// <summary>Null where the reader may or wants to know it no more, or a newer invitation is under way.</summary>
    public static async Task<NoticeMail?> ReadAsync(SqlSession session, Delivery delivery, Account account, NoticeOptions options)
    {
        var (meetingId, sequence) = StoredJson.Read<InvitedTo>(delivery.Body!);
        var settings = await NoticeStore.SettingsAsync(session, account.Id);
        if (!settings.Mails(Kind)
            || await MeetingStore.FindAsync(session, meetingId) is not { State: MeetingState.Planned or MeetingState.Cancelled } meeting || meeting.Sequence != sequence
            || await EngagementStore.FindAsync(session, meeting.EngagementId) is not { } engagement
            || await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId) is not { } pair
            || await NoticeAudience.AsWhatAsync(session, engagement, pair, account) is null
            || await ListingStore.FindAsync(session, engagement.ListingId) is not { } listing)
        {
            return null;
        }

        var english = settings.Language == "en";
        var facts = new NoticeFacts
        {
            Kind = Kind,
            Title = listing.Content.Title,
            Meeting = meeting.State,
            MeetingAt = meeting.StartsAt,
            MeetingMoved = meeting.Sequence > 0,
        };
        var subject = meeting.State is MeetingState.Cancelled ? new Text("TechBroker：会面已取消", "TechBroker: a meeting was called off")
            : facts.MeetingMoved ? new Text("TechBroker：会面安排有变更", "TechBroker: the plan for a meeting has changed")
            : new Text("TechBroker：会面邀请", "TechBroker: you are invited to a meeting");
        var link = options.PublicAddress is { } address ? address.TrimEnd('/') + NoticeReading.PathOf(engagement.Id, null) : null;
        return new NoticeMail(account.Email, subject.In(english), [(NoticeTexts.Of(facts, withNote: false).In(english), link)], NoticeMail.SettingsFoot.In(english))
        {
            Calendar = new CalendarText(
                Invitation.MethodOf(meeting),
                Invitation.Write(meeting, Invitation.Summary(listing.Content.Title), english, new MailAddress(options.Mail.From!).Address, [account.Email])),
        };
    }
}
