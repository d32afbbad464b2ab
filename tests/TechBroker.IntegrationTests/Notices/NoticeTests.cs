using TechBroker.Composition;
using TechBroker.Domain.Engagements;
using TechBroker.IntegrationTests.Engagements;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Workers.Notices;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Notices;

/// <summary>Who is told of what, in the application.</summary>
internal sealed class NoticeTests : NoticeFixture
{
    [Test]
    public async Task Steps_OfABlindEngagement_ReachExactlyThoseConcerned()
    {
        var path = await LogAsync();
        (await Seeker.PostAsync($"{path}/interest")).Succeeds();
        (await Provider.PostAsync($"{path}/interest")).Succeeds();
        (await Manager.PostAsync($"{path}/introduce")).Succeeds();
        (await Provider.PostAsync($"{path}/decline", new { reason = "price", note = "低于成本" })).Succeeds();

        Assert.Multiple(async () =>
        {
            Assert.That(await KindsOfAsync(Seeker), Is.EqualTo(new[] { "engagement.log", "engagement.interest", "engagement.introduce", "engagement.decline" }));
            Assert.That(await KindsOfAsync(Provider), Is.EqualTo(new[] { "engagement.log", "engagement.interest", "engagement.introduce" }));
            Assert.That(await KindsOfAsync(Manager), Is.EqualTo(new[] { "engagement.interest", "engagement.interest", "engagement.decline" }));
            Assert.That(await KindsOfAsync(Colleague), Is.Empty);
            Assert.That(await KindsOfAsync(Organiser), Is.Empty);
        });
        var told = (await Seeker.GetAsync(Notices)).Succeeds();
        Assert.That(told.Text, Does.Contain("低温超导磁体").And.Contain("低于成本"));
        Assert.That((await Provider.GetAsync(Notices)).Text, Does.Not.Contain(Secret));
    }

    [Test]
    public async Task PrivateNeed_BeforeItsIntroduction_IsToldToNobodyOfTheListingsSide()
    {
        var need = await NeedAsync("private");
        var path = await MutualAsync(need);

        Assert.That(await KindsOfAsync(Provider), Is.Empty);
        Assert.That((await Provider.GetAsync(Notices)).Json.GetProperty("unread").GetInt32(), Is.Zero);
        Assert.That(await KindsOfAsync(Seeker), Has.Length.EqualTo(3));

        (await Manager.PostAsync($"{path}/introduce")).Succeeds();
        Assert.That(await KindsOfAsync(Provider), Is.EqualTo(new[] { "engagement.introduce" }));
    }

    [Test]
    public async Task Notice_OfWhatIsHiddenMeanwhile_IsNeitherShownNorCounted()
    {
        var need = await NeedAsync();
        await LogAsync(needId: need);
        Assert.That(await KindsOfAsync(Provider), Is.EqualTo(new[] { "engagement.log" }));

        await RunAsync("UPDATE Need SET Visibility = 'private' WHERE Id = @need", new { need });

        var told = (await Provider.GetAsync(Notices)).Succeeds();
        Assert.That((told.Items.Length, told.Json.GetProperty("unread").GetInt32()), Is.EqualTo((0, 0)));
    }

    [TestCase("open", true)]
    [TestCase("blind", true)]
    [TestCase("private", false)]
    public async Task ProposalOfTheProgram_OnceAManagerTakesItOn_IsToldToTheSidesThatCanReadIt(string visibility, bool seenByListing)
    {
        var path = await LogAsync(needId: await NeedAsync(visibility));
        await KindsOfAsync(Provider);
        var id = Guid.Parse(path.Split('/')[^1]);
        await RunAsync("UPDATE Engagement SET LoggedBy = NULL, AcceptBy = '2030-01-01T00:00:00.0000000Z' WHERE Id = @id", new { id });
        await RunAsync("DROP TRIGGER IF EXISTS TR_EngagementLog_Update");
        await RunAsync("UPDATE EngagementLog SET ActorId = NULL WHERE EngagementId = @id", new { id });
        await RunAsync("DELETE FROM Notice");
        await PublishAsync(id, 1, "log");
        Assert.That((await KindsOfAsync(Provider)).Concat(await KindsOfAsync(Seeker)), Is.Empty, "nobody stands behind it yet");

        (await Manager.PostAsync($"{path}/accept")).Succeeds();
        (await Seeker.PostAsync($"{path}/interest")).Succeeds();

        Assert.That((await Provider.GetAsync(path)).Status, Is.EqualTo(seenByListing ? 200 : 404));
        Assert.That(await KindsOfAsync(Provider), seenByListing ? Has.Member("engagement.interest") : Is.Empty);
    }

    [Test]
    public async Task Dispatch_ToAManager_IsToldToThatOneWithTheDeadline()
    {
        var path = await LogAsync(manager: Colleague);
        await KindsOfAsync(Provider);
        await RunAsync("DELETE FROM Notice");
        var id = Guid.Parse(path.Split('/')[^1]);
        var by = new DateTimeOffset(2030, 5, 6, 23, 30, 0, TimeSpan.Zero);
        await DispatchAsync(id, Manager.Id, by);

        Assert.That(await TextsOfAsync(Manager), Is.EqualTo(new[] { "“低温超导磁体”的对接已分派给您，请在 2030-05-07 07:30（北京时间）前接单或转派。" }));
        foreach (var other in (Actor[])[Colleague, Organiser, Provider, Seeker])
        {
            Assert.That(await KindsOfAsync(other), Is.Empty);
        }

        (await Manager.PostAsync($"{path}/accept")).Succeeds();
        Assert.That((await TextsOfAsync(Manager))[0], Is.EqualTo("“低温超导磁体”的对接已分派给您。"));
    }

    [Test]
    public async Task Escalation_OfWhatNobodyTakesOn_IsToldToTheOrganisersWhoMayDecide()
    {
        var conflicted = await Actor.OfAsync(Server, "organiser");
        (await conflicted.PostAsync(Conflicts, new { organisationId = Enterprise, kind = "holding" })).Succeeds(201);
        var path = await LogAsync();
        await KindsOfAsync(Provider);
        await RunAsync("DELETE FROM Notice");
        var id = Guid.Parse(path.Split('/')[^1]);
        await DispatchAsync(id, null, DateTimeOffset.UtcNow);
        Assert.That(await KindsOfAsync(Organiser), Is.Empty, "the program still looks for somebody");

        await Server.Database.WriteAsync(s => DispatchStore.EscalateAsync(s, id, "nobodyLeft", DateTimeOffset.UtcNow), CancellationToken.None);

        Assert.That(await TextsOfAsync(Organiser), Is.EqualTo(new[] { "“低温超导磁体”的对接无人接手，请指定技术经理人。" }));
        foreach (var other in (Actor[])[conflicted, Manager, Provider, Seeker])
        {
            Assert.That(await KindsOfAsync(other), Is.Empty);
        }
    }

    [Test]
    public async Task Message_DeliveredTwice_TellsOnce()
    {
        var path = await LogAsync();
        await KindsOfAsync(Provider);
        var message = new OutboxMessage
        {
            MessageId = Guid.NewGuid(),
            Type = "EngagementChanged",
            Body = TechBroker.Storage.Sql.StoredJson.Write(new { engagementId = path.Split('/')[^1], revision = 1, action = "log", at = DateTimeOffset.UtcNow }),
            CreatedAt = DateTimeOffset.UtcNow,
        };
        var run = new NoticeRun(Server.Database, new NoticeWriting(Options), new RetentionOptions(), Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<NoticeRun>.Instance);
        await run.RunAsync("EngagementChangedConsumer", [message], CancellationToken.None);
        await run.RunAsync("EngagementChangedConsumer", [message], CancellationToken.None);

        Assert.That(await KindsOfAsync(Provider), Has.Length.EqualTo(2), "that of the log, and one of the message that came twice");
    }

    [Test]
    public async Task Read_OneAndAll_CountsAndKeepsOthersOut()
    {
        await LogAsync();
        await LogAsync();
        await KindsOfAsync(Provider);
        var first = (await Provider.GetAsync(Notices)).Succeeds();
        Assert.That(first.Json.GetProperty("unread").GetInt32(), Is.EqualTo(2));
        (await Seeker.PostAsync($"{Notices}/{first.Ids[0]}/read")).IsProblem(404, "notice-not-found");
        (await Provider.PostAsync($"{Notices}/{first.Ids[0]}/read")).Succeeds();
        Assert.That((await Provider.GetAsync($"{Notices}?unread=true")).Ids, Is.EqualTo(first.Ids[1..]));
        (await Provider.PostAsync($"{Notices}/read-all")).Succeeds(204);
        Assert.That((await Provider.GetAsync(Notices)).Json.GetProperty("unread").GetInt32(), Is.Zero);
        (await Provider.GetAsync($"{Notices}?unread=maybe")).Breaks("unread");
    }

    [Test]
    public async Task Stream_OfANotice_IsItsReadersAlone()
    {
        await LogAsync();
        await KindsOfAsync(Provider);
        var (notice, events) = ((await Provider.GetAsync(Notices)).Ids[0], new List<bool>());
        foreach (var reader in (MarketReader[])
            [MarketReader.Staff with { AccountId = Organiser.Id }, new MarketReader { SignedIn = true, AccountId = Seeker.Id, OrganisationId = Enterprise }, new MarketReader { SignedIn = true, AccountId = Provider.Id, OrganisationId = University }])
        {
            var seen = await Server.Database.ReadAsync(s => EventStore.AfterAsync(s, reader, 0, 10_000), CancellationToken.None);
            events.Add(seen.Any(e => e.Kind == "notice" && e.Body.Contains(notice.ToString(), StringComparison.Ordinal)));
        }

        Assert.That(events, Is.EqualTo(new[] { false, false, true }));
    }

    [Test]
    public async Task Settings_OfAPerson_AreKeptAndChecked()
    {
        Assert.That((await Provider.GetAsync(NoticeFixture.Settings)).Succeeds().Json.GetProperty("mail").GetString(), Is.EqualTo("each"));
        (await SettingsAsync(new { language = "en", mail = "daily", mailKinds = new[] { "engagement.decline" } })).Succeeds();
        Assert.That((await Provider.GetAsync(NoticeFixture.Settings)).Text, Does.Contain("daily").And.Contain("engagement.decline"));
        (await SettingsAsync(new { language = "fr", mail = "often", mailKinds = new[] { "everything" } })).Breaks("language", "mail", "mailKinds");
    }

    protected override void Configure(Settings settings) => settings.Robots.Add(new RobotOptions { Name = "centre", Kind = "weCom", Url = "https://robot.example.org/" });

    private Task<Api.Support.Reply> SettingsAsync(object body) =>
        Server.SendAsync(HttpMethod.Put, NoticeFixture.Settings, body, ("Authorization", $"Bearer {Provider.Person.Token}"));

    private Task DispatchAsync(Guid id, Guid? managerId, DateTimeOffset by) => Server.Database.WriteAsync(
        async s => await EngagementStore.UpdateAsync(
            s, (await EngagementStore.FindAsync(s, id))!.Dispatch(managerId, by, DateTimeOffset.UtcNow).Value!, new(EngagementAction.Dispatch, null, new() { ManagerId = managerId })),
        CancellationToken.None);

    private Task PublishAsync(Guid id, int revision, string action) => Server.Database.WriteAsync(
        s => s.PublishAsync(new TechBroker.Contracts.Messages.EngagementChanged { EngagementId = id, Revision = revision, Action = action, At = DateTimeOffset.UtcNow }, DateTimeOffset.UtcNow),
        CancellationToken.None);
}
