using System.Text.Json;
using TechBroker.Storage.Engagements;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>Meetings: held, planned, moved, called off, and what each reader learns of them.</summary>
internal sealed class MeetingTests : EngagementFixture
{
    private static DateTimeOffset Ago => DateTimeOffset.UtcNow.AddHours(-2);

    private static DateTimeOffset Ahead => DateTimeOffset.UtcNow.AddDays(2);

    [Test]
    public async Task Post_HeldMeeting_TakesTheIntroducedOneToMet()
    {
        var path = await IntroducedAsync();

        var met = (await Manager.PostAsync($"{path}/meetings", new { heldAt = Ago, note = "对方要求现场试用" })).Succeeds(201);
        var again = (await Organiser.PostAsync($"{path}/meetings", new { heldAt = Ago, note = "第二次会面", outcome = "同意试用", shared = true })).Succeeds(201);

        Assert.That((StateOf(met), met.ETag, StateOf(again), again.ETag), Is.EqualTo(("met", "\"5\"", "met", "\"6\"")));
        Assert.That(met.Json.GetProperty("introducedAt").ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That(met.Json.GetProperty("meeting").GetProperty("state").GetString(), Is.EqualTo("held"));
        Assert.That((await Manager.GetAsync(met.Headers["Location"])).Succeeds().Json.GetProperty("note").GetString(), Is.EqualTo("对方要求现场试用"));
        foreach (var side in new[] { Provider, Seeker })
        {
            var seen = (await side.GetAsync($"{path}/meetings")).Succeeds();
            Assert.That(seen.Items, Has.Length.EqualTo(2));
            Assert.That(seen.Text, Does.Not.Contain("现场试用").And.Contain("第二次会面").And.Contain("同意试用"));
            Assert.That((await side.GetAsync(met.Headers["Location"])).Text + (await side.GetAsync($"{path}/log")).Text, Does.Not.Contain("现场试用"));
        }

        var entries = (await Provider.GetAsync($"{path}/log")).Items[^2..];
        Assert.That(
            entries.Select(e => (e.GetProperty("action").GetString(), e.GetProperty("meetingState").GetString())), Is.EqualTo(new[] { ("meet", "held"), ("meet", "held") }));
    }

    [Test]
    public async Task Plan_MovedAndHeld_KeepsItsNumberAndCountsItsInvitations()
    {
        var path = await IntroducedAsync();
        var planned = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Ahead, endsAt = Ahead.AddHours(1), place = "三层会议室", agenda = "样机演示" })).Succeeds(201);
        var meeting = planned.Headers["Location"];
        Assert.That((StateOf(planned), planned.ETag), Is.EqualTo(("introduced", "\"5\"")));

        (await Manager.PutAsync(meeting, new { startsAt = Ahead.AddDays(1) })).IsProblem(428, "if-match-required");
        (await Manager.PutAsync(meeting, new { startsAt = Ahead.AddDays(1) }, ("If-Match", "\"4\""))).IsProblem(412, "revision-changed");
        var moved = (await Manager.PutAsync(meeting, new { startsAt = Ahead.AddDays(1), place = "线上" }, ("If-Match", (await Provider.GetAsync(meeting)).ETag))).Succeeds();
        var held = (await Manager.PostAsync($"{meeting}/hold", new { heldAt = Ago, note = "提前举行" })).Succeeds();

        var movedMeeting = moved.Json.GetProperty("meeting");
        Assert.That(
            (movedMeeting.GetProperty("sequence").GetInt32(), movedMeeting.GetProperty("place").GetString(), movedMeeting.GetProperty("agenda").ValueKind),
            Is.EqualTo((1, "线上", JsonValueKind.Null)));
        Assert.That((StateOf(moved), StateOf(held), held.Json.GetProperty("meeting").GetProperty("state").GetString()), Is.EqualTo(("introduced", "met", "held")));
        (await Manager.PostAsync($"{meeting}/hold", new { heldAt = Ago })).IsProblem(409, "meeting-wrong-state");
        (await Manager.PostAsync($"{meeting}/cancel")).IsProblem(409, "meeting-wrong-state");
        (await Manager.PutAsync(meeting, new { startsAt = Ahead }, ("If-Match", "*"))).IsProblem(409, "meeting-wrong-state");
        Assert.That((await Seeker.GetAsync($"{path}/log")).Items[^3..].Select(e => e.GetProperty("action").GetString()), Is.EqualTo(new[] { "arrange", "arrange", "meet" }));
    }

    [Test]
    public async Task Invitation_OfAPlannedAndACancelledMeeting_SaysNothingOfTheNeed()
    {
        var path = await IntroducedAsync();
        var meeting = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Ahead, place = "三层" })).Succeeds(201).Headers["Location"];

        var request = (await Provider.GetAsync($"{meeting}/invitation.ics")).Succeeds();
        (await Manager.PostAsync($"{meeting}/cancel", new { reason = "对方出差" })).Succeeds();
        var cancel = (await Seeker.GetAsync($"{meeting}/invitation.ics")).Succeeds();

        Assert.That(request.Headers["Content-Type"], Is.EqualTo("text/calendar; charset=utf-8; method=REQUEST"));
        Assert.That(request.Text, Does.StartWith("BEGIN:VCALENDAR\r\n").And.Contain("低温超导磁体").And.Contain("SEQUENCE:0\r\n").And.Not.Contain(Secret[..4]));
        Assert.That(cancel.Text, Does.Contain("METHOD:CANCEL\r\n").And.Contain("SEQUENCE:1\r\n").And.Contain("COMMENT:对方出差"));
        Assert.That(Uid(request.Text), Is.EqualTo(Uid(cancel.Text)));
        Assert.That((await Provider.GetAsync(meeting)).Json.GetProperty("cancelReason").GetString(), Is.EqualTo("对方出差"));

        static string Uid(string text) => text.Split("\r\n").Single(l => l.StartsWith("UID:", StringComparison.Ordinal));
    }

    [Test]
    public async Task Close_WithAPlannedMeeting_CallsItOff()
    {
        var path = await IntroducedAsync();
        var meeting = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Ahead })).Succeeds(201).Headers["Location"];

        (await Seeker.PostAsync($"{path}/decline", new { reason = "timing" })).Succeeds();

        var seen = (await Provider.GetAsync(meeting)).Succeeds().Json;
        Assert.That((seen.GetProperty("state").GetString(), seen.GetProperty("sequence").GetInt32()), Is.EqualTo(("cancelled", 1)));
        (await Manager.PostAsync($"{path}/meetings", new { heldAt = Ago })).IsProblem(409, "engagement-wrong-state");
    }

    [Test]
    public async Task Post_FaultyBody_NamesEveryField()
    {
        var path = $"{await IntroducedAsync()}/meetings";

        (await Manager.PostAsync(path, new { note = "x" })).Breaks("heldAt");
        (await Manager.PostAsync(path, new { heldAt = Ago, startsAt = Ahead })).Breaks("startsAt");
        (await Manager.PostAsync(path, new { heldAt = "昨天", note = new string('长', 2_001) })).Breaks("heldAt", "note");
        (await Manager.PostAsync(path, new { startsAt = Ahead, endsAt = Ahead.AddHours(-1), note = "x", outcome = "y", place = new string('x', 301), agenda = new string('x', 2_001) }))
            .Breaks("endsAt", "note", "outcome", "place", "agenda");
        (await Manager.PostAsync(path, new { heldAt = "0203-05-04T08:00:00Z" })).Breaks("heldAt");
        (await Manager.PostAsync(path, new { heldAt = DateTimeOffset.UtcNow.AddDays(1) })).IsProblem(422, "meeting-in-future");
        (await Manager.PostAsync(path, new { startsAt = Ago })).IsProblem(422, "meeting-not-ahead");
        Assert.That((await Manager.GetAsync(path)).Items, Is.Empty);
    }

    [Test]
    public async Task Change_FaultyOrUnknown_IsRefused()
    {
        var path = await IntroducedAsync();
        var meeting = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Ahead })).Succeeds(201).Headers["Location"];
        var elsewhere = $"{await IntroducedAsync()}/meetings/{meeting.Split('/')[^1]}";

        (await Manager.PutAsync(meeting, new { place = "x" }, ("If-Match", "*"))).Breaks("startsAt");
        (await Manager.PutAsync(meeting, new { startsAt = Ago }, ("If-Match", "*"))).IsProblem(422, "meeting-not-ahead");
        (await Manager.PostAsync($"{meeting}/hold", new { note = "\u0001" })).Breaks("heldAt", "note");
        (await Manager.PostAsync($"{meeting}/hold", new { heldAt = Ahead })).IsProblem(422, "meeting-in-future");
        (await Manager.PostAsync($"{meeting}/cancel", new { reason = new string('x', 2_001) })).Breaks("reason");
        (await Manager.GetAsync(elsewhere)).IsProblem(404, "meeting-not-found");
        (await Manager.GetAsync($"{elsewhere}/invitation.ics")).IsProblem(404, "meeting-not-found");
        (await Manager.PostAsync($"{elsewhere}/cancel")).IsProblem(404, "meeting-not-found");
        (await Manager.PostAsync($"{path}/meetings/{Guid.NewGuid()}/hold", new { heldAt = Ago })).IsProblem(404, "meeting-not-found");
    }

    [Test]
    public async Task Post_BeforeIntroductionByOthersOrFrozen_IsRefused()
    {
        var mutual = await MutualAsync();
        (await Manager.PostAsync($"{mutual}/meetings", new { heldAt = Ago })).IsProblem(409, "engagement-wrong-state");
        (await Manager.PostAsync($"{mutual}/meetings", new { startsAt = Ahead })).IsProblem(409, "engagement-wrong-state");

        var path = await IntroducedAsync();
        var meeting = (await Manager.PostAsync($"{path}/meetings", new { startsAt = Ahead })).Succeeds(201).Headers["Location"];
        (await Provider.PostAsync($"{path}/meetings", new { heldAt = Ago })).IsProblem(403, "not-allowed");
        (await Seeker.PostAsync($"{meeting}/cancel")).IsProblem(403, "not-allowed");
        (await Colleague.PostAsync($"{path}/meetings", new { heldAt = Ago })).IsProblem(422, "engagement-run-by-another");
        (await Colleague.PostAsync($"{meeting}/cancel")).IsProblem(422, "engagement-run-by-another");
        var stranger = await Actor.OfAsync(Server, "provider", await OrganisationAsync("university"));
        (await stranger.GetAsync($"{path}/meetings")).IsProblem(404, "engagement-not-found");
        (await stranger.GetAsync($"{meeting}/invitation.ics")).IsProblem(404, "engagement-not-found");

        await FreezeAsync();
        (await Manager.PostAsync($"{path}/meetings", new { heldAt = Ago })).IsProblem(404, "engagement-not-found");
        (await Organiser.PostAsync($"{path}/meetings", new { heldAt = Ago })).IsProblem(409, "engagement-frozen");
        (await Organiser.PostAsync($"{meeting}/hold", new { heldAt = Ago })).IsProblem(409, "engagement-frozen");
    }

    [Test]
    public async Task Store_EveryField_IsReadBack()
    {
        var path = await IntroducedAsync();
        var posted = (await Manager.PostAsync(
            $"{path}/meetings", new { heldAt = Ago, endsAt = Ago.AddHours(1), place = "甲", agenda = "乙", note = "丙", outcome = "丁", shared = true })).Succeeds(201).Json.GetProperty("meeting");

        var stored = await Server.Database.ReadAsync(s => MeetingStore.FindAsync(s, posted.GetProperty("id").GetGuid()), CancellationToken.None);

        Assert.That((stored!.Place, stored.Agenda, stored.Note, stored.Outcome, stored.Shared, stored.CreatedBy), Is.EqualTo(("甲", "乙", "丙", "丁", true, Manager.Id)));
        Assert.That((stored.StartsAt, stored.EndsAt), Is.EqualTo((posted.GetProperty("startsAt").GetDateTimeOffset(), (DateTimeOffset?)posted.GetProperty("endsAt").GetDateTimeOffset())));
        Assert.That((await Manager.GetAsync("/api/v1/me/data")).Succeeds().Text, Does.Contain("丙"));
    }
}
