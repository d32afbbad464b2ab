namespace TechBroker.IntegrationTests.Notices;

/// <summary>Meetings as they come to the mail boxes of those who take part.</summary>
internal sealed class MeetingMailTests : MailFixture
{
    private static readonly DateTimeOffset Start = new DateTimeOffset(DateTimeOffset.UtcNow.Date.AddDays(3), TimeSpan.Zero).AddHours(6);

    [Test]
    public async Task Meeting_PlannedMovedCalledOff_IsOneEventInEachCalendar()
    {
        var path = await ReadyAsync();
        var meeting = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Start, endsAt = Start.AddHours(1), place = "三层会议室; 101", agenda = "样机演示" })).Succeeds(201).Headers["Location"];
        var planned = await NewMailsAsync();
        Assert.That(planned.Select(m => m.To), Is.EquivalentTo(Addresses), "who arranged it has a calendar, too");
        Assert.Multiple(() =>
        {
            foreach (var mail in planned)
            {
                Check(mail, meeting, "REQUEST", 0, Start, "CONFIRMED");
                Assert.That(mail.Calendar!.Lines, Does.Contain(@"LOCATION:三层会议室\; 101").And.Contain("DESCRIPTION:样机演示"));
                Assert.That(mail.Parts.Select(p => p.Type), Is.EqualTo(new[] { "text/plain", "text/html", "text/calendar" }));
                Assert.That(mail.Parts[0].Text, Does.Contain($"{Start.AddHours(8):yyyy-MM-dd} 14:00，北京时间").And.Contain($"https://market.example.org{path["/api/v1".Length..]}"));
            }
        });

        (await Manager.PutAsync(meeting, new { startsAt = Start.AddDays(1) }, ("If-Match", (await Manager.GetAsync(meeting)).ETag))).Succeeds();
        var moved = await NewMailsAsync();
        Assert.That(moved.Select(m => m.To), Is.EquivalentTo(Addresses));
        Assert.Multiple(() => moved.ToList().ForEach(m => Check(m, meeting, "REQUEST", 1, Start.AddDays(1), "CONFIRMED")));

        (await Manager.PostAsync($"{meeting}/cancel", new { reason = "改为线上沟通" })).Succeeds();
        var cancelled = await NewMailsAsync();
        Assert.That(cancelled.Select(m => m.To), Is.EquivalentTo(Addresses));
        Assert.Multiple(() => cancelled.ToList().ForEach(m => Check(m, meeting, "CANCEL", 2, Start.AddDays(1), "CANCELLED")));
        Assert.That(await TextsOfAsync(Provider), Has.Some.Contain("已安排会面").And.Some.Contain("会面安排有变更").And.Some.Contain("会面已取消"));
        Assert.That(await KindsOfAsync(Manager), Has.None.EqualTo("engagement.arrange"), "nobody is told what they did themselves");
    }

    [TestCase("decline")]
    [TestCase("close")]
    public async Task Meetings_OfAnEngagementThatEnds_AreCalledOffInTheCalendars(string end)
    {
        var path = await ReadyAsync();
        var first = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Start })).Succeeds(201).Headers["Location"];
        var second = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Start.AddDays(7) })).Succeeds(201).Headers["Location"];
        var off = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Start.AddDays(14) })).Succeeds(201).Headers["Location"];
        (await Manager.PostAsync($"{off}/cancel")).Succeeds();
        await NewMailsAsync();

        (await (end == "close" ? Manager : Seeker).PostAsync($"{path}/{end}", new { reason = "price" })).Succeeds();

        var mails = await NewMailsAsync();
        var cancels = mails.Where(m => m.Calendar is not null).ToList();
        Assert.That(cancels.Select(m => (m.To, UidOf(m))), Is.EquivalentTo(Addresses.SelectMany(a => new[] { first, second }.Select(m => (a, UidOf(m))))));
        Assert.That(cancels.Select(m => m.Calendar!.Method), Has.All.EqualTo("CANCEL"));
        Assert.That(cancels.Select(m => m.Calendar!.Lines), Has.All.Contain("SEQUENCE:1").And.All.Contain("STATUS:CANCELLED"));
        Assert.That(mails.Count(m => m.Calendar is null), Is.EqualTo(2), "the end itself, to the other two");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Meeting_MovedBeforeItsMailWent_IsMailedOnceAsItIsNow(bool written)
    {
        var path = await ReadyAsync();
        await SettingsOfAsync(Provider, new { language = "en", mail = "daily" });
        await SettingsOfAsync(Seeker, new { language = "zh", mail = "none" });
        var meeting = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Start })).Succeeds(201).Headers["Location"];
        await (written ? Server.DrainAsync() : Task.CompletedTask);
        (await Manager.PutAsync(meeting, new { startsAt = Start.AddDays(1) }, ("If-Match", (await Manager.GetAsync(meeting)).ETag))).Succeeds();

        var mails = await NewMailsAsync();
        Assert.That(mails.Select(m => m.To), Is.EquivalentTo(new[] { Provider.Person.Email, Manager.Person.Email }), "at once for whoever is mailed daily; never for whoever wants none");
        Assert.Multiple(() => mails.ToList().ForEach(m => Check(m, meeting, "REQUEST", 1, Start.AddDays(1), "CONFIRMED")));
        Assert.That(mails.Single(m => m.To == Provider.Person.Email).Text, Does.Contain("the plan for the meeting has changed"));
    }

    [Test]
    public async Task Meeting_HeldMeanwhile_InvitesNobodyAnyMore()
    {
        var path = await ReadyAsync();
        var meeting = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Start })).Succeeds(201).Headers["Location"];
        await Server.DrainAsync();
        (await Manager.PostAsync($"{meeting}/hold", new { heldAt = DateTimeOffset.UtcNow.AddMinutes(-1) })).Succeeds();
        Assert.That((await NewMailsAsync()).Where(m => m.Calendar is not null), Is.Empty);
    }

    private string[] Addresses => [Provider.Person.Email, Seeker.Person.Email, Manager.Person.Email];

    private async Task<string> ReadyAsync()
    {
        var path = await IntroducedAsync();
        await NewMailsAsync();
        return path;
    }

    private void Check(MailServer.Mail mail, string meeting, string method, int sequence, DateTimeOffset start, string status)
    {
        var (calendar, others) = (mail.Calendar!, Addresses.Where(a => a != mail.To).ToArray());
        Assert.That(calendar.Method, Is.EqualTo(method));
        Assert.That(calendar.Lines, Does.Contain($"METHOD:{method}").And.Contain(UidOf(meeting)).And.Contain($"SEQUENCE:{sequence}")
            .And.Contain($"DTSTART:{start.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}").And.Contain($"STATUS:{status}").And.Contain($"ORGANIZER:mailto:{Sender}"));
        Assert.That(calendar.Lines.Where(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal)).Select(l => l[(l.IndexOf("mailto:", StringComparison.Ordinal) + 7)..]), Is.EqualTo(new[] { mail.To }));
        Assert.That(others.Where(a => (mail.Raw + mail.Text).Contains(a, StringComparison.OrdinalIgnoreCase)), Is.Empty, "nobody learns others' addresses");
        Assert.That(mail.Raw + mail.Text, Does.Not.Contain(Secret));
    }

    private static string UidOf(string meeting) => $"UID:{meeting.Split('/')[^1]}@meetings.techbroker";

    private static string UidOf(MailServer.Mail mail) => mail.Calendar!.Lines.Single(l => l.StartsWith("UID:", StringComparison.Ordinal));
}
