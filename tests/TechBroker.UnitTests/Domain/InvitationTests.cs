using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;

namespace TechBroker.UnitTests.DomainRules;

/// <summary>Meetings and what a calendar is told of them.</summary>
internal sealed class InvitationTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    private static readonly Meeting Draft = new()
    {
        Id = new Guid("0199f2c4-7a11-7c55-9d2e-3b6a5f1e8c70"),
        EngagementId = new Guid("0199f2c4-7a11-7c55-9d2e-3b6a5f1e8c71"),
        State = MeetingState.Planned,
        StartsAt = new DateTimeOffset(2026, 5, 6, 14, 30, 0, TimeSpan.FromHours(8)),
        EndsAt = new DateTimeOffset(2026, 5, 6, 16, 0, 0, TimeSpan.FromHours(8)),
        Place = "中关村国际技术交易中心, 三层; 3号会议室",
        Agenda = "一、样机演示\r\n二、\\价格\\",
        Sequence = 0,
        CreatedBy = Guid.NewGuid(),
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    [Test]
    public void Write_PlannedMeeting_IsTheGoldenText() => Assert.That(
        Invitation.Write(Draft, Invitation.Summary("低温超导磁体的产业化与可靠性评估方法"), organiser: "desk@example.com", attendees: ["a@example.com"]),
        Is.EqualTo("""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//TechBroker//Meetings//ZH
            CALSCALE:GREGORIAN
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:0199f2c4-7a11-7c55-9d2e-3b6a5f1e8c70@meetings.techbroker
            SEQUENCE:0
            DTSTAMP:20260504T080000Z
            DTSTART:20260506T063000Z
            DTEND:20260506T080000Z
            SUMMARY:技术对接会议 / Technology meeting：低温超导磁体的产
             业化与可靠性评估方法
            LOCATION:中关村国际技术交易中心\, 三层\; 3号会议室
            DESCRIPTION:一、样机演示\n二、\\价格\\
            ORGANIZER:mailto:desk@example.com
            ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:a@exam
             ple.com
            STATUS:CONFIRMED
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n")));

    [Test]
    public void Write_CancelledMeeting_CancelsTheSameEventWithAHigherSequence()
    {
        var moved = Ok(Draft.Change(Now.AddDays(9), null, null, null, Now.AddHours(1)));
        var cancelled = Ok(moved.Cancel("出差", Now.AddHours(2)));

        var text = Invitation.Write(cancelled, Invitation.Summary("磁体"), english: true);

        Assert.That(text, Does.Contain("METHOD:CANCEL\r\n").And.Contain("STATUS:CANCELLED\r\n").And.Contain("SEQUENCE:2\r\n").And.Contain($"UID:{Draft.Id}@").And.Contain("DTSTAMP:20260504T100000Z\r\n"));
        Assert.That(text, Does.Contain("SUMMARY:Technology meeting / 技术对接会议: 磁体\r\n").And.Contain("COMMENT:出差\r\n").And.Contain($"ORGANIZER;CN=TechBroker:urn:uuid:{Draft.EngagementId}\r\n"));
        Assert.That(text, Does.Not.Contain("DTEND").And.Not.Contain("LOCATION").And.Not.Contain("DESCRIPTION"));
    }

    [Test]
    public void Write_AnyText_FoldsAt75OctetsAndUnfoldsToItself()
    {
        string[] pieces = ["磁", "体", "a", ",", ";", "\\", "\n", "\r\n", "𠮷", "é", " ", "BEGIN:VEVENT", "🧲"];
        var texts = Gen.Elements(pieces).ListOf(200).Select(p => string.Concat(p));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var lines = Invitation.Write(Draft with { Agenda = "x" + text }, Invitation.Summary(text), attendees: ["a@b.c\r\nX-EVIL:1"]).Split("\r\n");
            var unfolded = string.Join("\r\n", lines).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
            var said = unfolded.Single(l => l.StartsWith("DESCRIPTION:", StringComparison.Ordinal))["DESCRIPTION:".Length..];
            return lines.All(l => Encoding.UTF8.GetByteCount(l) <= 75 && !l.Contains('\n', StringComparison.Ordinal) && !l.Contains('\uFFFD', StringComparison.Ordinal))
                && unfolded.Count(l => l == "BEGIN:VEVENT") == 1
                && !unfolded.Any(l => l.StartsWith("X-EVIL", StringComparison.Ordinal))
                && Unescape(said) == "x" + text.ReplaceLineEndings("\n");
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Steps_OfAMeeting_GoFromPlannedOnly()
    {
        var held = Ok(Draft.Hold(Now.AddMinutes(4), "纪要", "继续", true, Now));
        var cancelled = Ok(Draft.Cancel(null, Now));

        Assert.Multiple(() =>
        {
            Assert.That((held.State, held.StartsAt, held.EndsAt, held.Note, held.Shared, held.Sequence), Is.EqualTo((MeetingState.Held, Now.AddMinutes(4), Draft.EndsAt, "纪要", true, 0)));
            Assert.That((cancelled.State, cancelled.Sequence), Is.EqualTo((MeetingState.Cancelled, 1)));
            foreach (var over in new[] { held, cancelled })
            {
                Assert.That(over.Cancel(null, Now).Error?.Code, Is.EqualTo("meeting-wrong-state"));
                Assert.That(over.Hold(Now, null, null, false, Now).Error?.Code, Is.EqualTo("meeting-wrong-state"));
                Assert.That(over.Change(Now.AddDays(1), null, null, null, Now).Error?.Code, Is.EqualTo("meeting-wrong-state"));
            }

            Assert.That(Draft.Hold(Now.AddHours(1), null, null, false, Now).Error?.Code, Is.EqualTo("meeting-in-future"));
            Assert.That(Draft.Change(Now, null, null, null, Now).Error?.Code, Is.EqualTo("meeting-not-ahead"));
            Assert.That(MeetingSteps.Planned(Draft with { StartsAt = Now }, Now).Error?.Code, Is.EqualTo("meeting-not-ahead"));
            Assert.That(MeetingSteps.Held(Draft, Now).Error?.Code, Is.EqualTo("meeting-in-future"));
            Assert.That(Ok(MeetingSteps.Held(Draft with { StartsAt = Now }, Now)).State, Is.EqualTo(MeetingState.Held));
        });
    }

    [Test]
    public void CentreDay_OfAMoment_IsBeijings()
    {
        Assert.That(CentreDay.Of(new(2026, 5, 4, 15, 59, 59, TimeSpan.Zero)), Is.EqualTo(new DateOnly(2026, 5, 4)));
        Assert.That(CentreDay.Of(new(2026, 5, 4, 16, 0, 0, TimeSpan.Zero)), Is.EqualTo(new DateOnly(2026, 5, 5)));
    }

    private static string Unescape(string value)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            plain.Append(value[i] is not '\\' ? value[i] : value[++i] is 'n' ? '\n' : value[i]);
        }

        return plain.ToString();
    }

    private static Meeting Ok(Outcome<Meeting> outcome) => outcome.Is(out var value, out var error) ? value : throw new AssertionException(error.ToString());
}
