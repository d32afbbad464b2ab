using System.Globalization;
using System.Text;

namespace TechBroker.Domain.Engagements;

/// <summary>A meeting as iCalendar text (RFC 5545, RFC 5546), the same for whoever writes it: two programs that read it see one event.</summary>
public static class Invitation
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>Octets in a line without its end (RFC 5545, 3.1).</summary>
    private const int LongestLine = 75;

    /// <summary>Names the listing alone: a calendar lies open to more people than a need may.</summary>
    public static Text Summary(string listingTitle) => new($"技术对接会议 / Technology meeting：{listingTitle}", $"Technology meeting / 技术对接会议: {listingTitle}");

    /// <summary>REQUEST or, once it is called off, CANCEL.</summary>
    public static string MethodOf(Meeting meeting) => meeting.State is MeetingState.Cancelled ? "CANCEL" : "REQUEST";

    /// <param name="meeting">Its sequence and last change tell a calendar which of two invitations is the newer.</param>
    /// <param name="summary">The event's name, as <see cref="Summary"/> makes it.</param>
    /// <param name="english">Which language of it.</param>
    /// <param name="organiser">An e-mail address; where it is absent the engagement's number stands for the centre (RFC 5546 wants an organiser).</param>
    /// <param name="attendees">E-mail addresses.</param>
    /// <returns>Lines that end in CR LF, folded.</returns>
    public static string Write(Meeting meeting, Text summary, bool english = false, string? organiser = null, IReadOnlyList<string>? attendees = null)
    {
        var cancelled = meeting.State is MeetingState.Cancelled;
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//TechBroker//Meetings//ZH");
        Line("CALSCALE:GREGORIAN");
        Line($"METHOD:{MethodOf(meeting)}");
        Line("BEGIN:VEVENT");

        // Without a host name: the same event whatever address the server has today.
        Line($"UID:{meeting.Id:D}@meetings.techbroker");
        Line($"SEQUENCE:{meeting.Sequence.ToString(CultureInfo.InvariantCulture)}");
        Line($"DTSTAMP:{Utc(meeting.UpdatedAt)}");
        Line($"DTSTART:{Utc(meeting.StartsAt)}");
        Optional("DTEND", meeting.EndsAt is { } ends ? Utc(ends) : null);
        Line($"SUMMARY:{Escape(summary.In(english))}");
        Optional("LOCATION", meeting.Place is null ? null : Escape(meeting.Place));
        Optional("DESCRIPTION", meeting.Agenda is null ? null : Escape(meeting.Agenda));
        Optional("COMMENT", cancelled && meeting.CancelReason is { } reason ? Escape(reason) : null);
        Line(organiser is null ? $"ORGANIZER;CN=TechBroker:urn:uuid:{meeting.EngagementId:D}" : $"ORGANIZER:mailto:{Address(organiser)}");
        foreach (var attendee in attendees ?? [])
        {
            Line($"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{Address(attendee)}");
        }

        Line($"STATUS:{(cancelled ? "CANCELLED" : "CONFIRMED")}");
        Line("END:VEVENT");
        Line("END:VCALENDAR");
        return text.ToString();

        void Line(string content) => Fold(text, content);

        void Optional(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                Line($"{name}:{value}");
            }
        }
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // RFC 5545, 3.3.11; a line break of any kind is \n there, and other control characters may not occur.
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            escaped.Append(c switch
            {
                '\\' => @"\\",
                ';' => @"\;",
                ',' => @"\,",
                '\n' => @"\n",
                _ when char.IsControl(c) => " ",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    // An address is data, too: it must not begin another line.
    private static string Address(string value) => string.Concat(value.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));

    private static void Fold(StringBuilder text, string content)
    {
        var octets = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
