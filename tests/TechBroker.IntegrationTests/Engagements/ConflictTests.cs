using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>Who has a conflict neither introduces nor sees the file, and the engagement goes to someone else.</summary>
internal sealed class ConflictTests : EngagementFixture
{
    [Test]
    public async Task Log_ByAManagerOfASide_IsRefusedWithoutNamingIt()
    {
        var insider = await Actor.OfAsync(Server, "manager", Enterprise);

        var refused = (await insider.PostAsync(Engagements, new { listingId = await ListingAsync(), needId = await NeedAsync() })).IsProblem(422, "conflict-of-interest");

        Assert.That(refused.Detail, Does.Contain("sameEmployer"));
        Assert.That(refused.Text, Does.Not.Contain(Enterprise.ToString()));
    }

    [Test]
    public async Task See_ByAManagerWithAConflict_IsNotFound()
    {
        var path = await MutualAsync();
        var insider = await Actor.OfAsync(Server, "manager", University);

        (await insider.GetAsync(path)).IsProblem(404, "engagement-not-found");
        (await insider.GetAsync($"{path}/log")).IsProblem(404, "engagement-not-found");
        (await insider.PostAsync($"{path}/introduce")).IsProblem(404, "engagement-not-found");
        (await insider.PostAsync($"{path}/hand-over", new { managerId = Colleague.Id })).IsProblem(404, "engagement-not-found");
        (await Manager.PostAsync($"{path}/hand-over", new { managerId = insider.Id })).IsProblem(422, "conflict-of-interest");
        (await Manager.PostAsync($"{path}/hand-over", new { managerId = Seeker.Id })).Breaks("managerId");
        (await Colleague.GetAsync(path)).Succeeds();
    }

    [Test]
    public async Task Declare_Late_FreezesUntilItIsHandedOver()
    {
        var (path, other) = (await MutualAsync(), await MutualAsync(await NeedAsync(organisationId: await OrganisationAsync("enterprise"))));

        var declared = (await Manager.PostAsync(Conflicts, new { organisationId = Enterprise, kind = "holding", note = "持有 2% 股份" })).Succeeds(201);
        (await Manager.PostAsync(Conflicts, new { organisationId = Enterprise, kind = "holding" })).IsProblem(409, "conflict-already-declared");
        (await Manager.GetAsync(path)).IsProblem(404, "engagement-not-found");
        (await Manager.PostAsync($"{path}/introduce")).IsProblem(404, "engagement-not-found");
        var frozen = (await Organiser.GetAsync(path)).Succeeds().Json;
        var seen = (await Seeker.GetAsync(path)).Succeeds();
        (await Organiser.PostAsync($"{path}/interest", new { side = "need" })).IsProblem(409, "interest-already-recorded");
        (await Manager.PostAsync($"{path}/hand-over", new { managerId = Manager.Id })).IsProblem(409, "engagement-same-manager");
        var handed = (await Manager.PostAsync($"{path}/hand-over", new { managerId = Colleague.Id })).Succeeds();

        Assert.Multiple(async () =>
        {
            Assert.That(declared.Json.GetProperty("frozenEngagements").EnumerateArray().Select(e => $"{Engagements}/{e.GetGuid()}"), Is.EqualTo(new[] { path }));
            Assert.That((frozen.GetProperty("frozen").GetBoolean(), frozen.GetProperty("frozenFor").GetString()), Is.EqualTo((true, "declaredHolding")));
            Assert.That(seen.Text, Does.Contain("\"frozen\":true").And.Not.Contain("declaredHolding"));
            Assert.That(handed.Text, Does.Not.Contain(Secret).And.Not.Contain(Enterprise.ToString()), "who has the conflict passes it on unseen");
            Assert.That(StateOf(await Manager.GetAsync(other)), Is.EqualTo("mutual"));
            Assert.That((await Manager.GetAsync(Engagements)).Ids.Select(i => $"{Engagements}/{i}"), Is.EqualTo(new[] { other }));
        });
        Assert.That(StateOf((await Colleague.PostAsync($"{path}/introduce")).Succeeds()), Is.EqualTo("introduced"));
    }

    [Test]
    public async Task Employer_ChangedToASide_FreezesWhatTheManagerRuns()
    {
        var path = await MutualAsync();
        var account = (await GetAsync($"/api/v1/users/{Manager.Id}")).Succeeds();
        (await PutAsync($"/api/v1/users/{Manager.Id}", new { email = Manager.Person.Email, displayName = "新东家", roles = new[] { "manager" }, organisationId = University }, ("If-Match", account.ETag))).Succeeds();

        (await Manager.GetAsync(path)).IsProblem(404, "engagement-not-found");
        Assert.That((await Organiser.GetAsync(path)).Succeeds().Json.GetProperty("frozenFor").GetString(), Is.EqualTo("sameEmployer"));
    }

    [Test]
    public async Task CreditCode_AddedToTheManagersDeclaredSide_IsLookedAtAgain()
    {
        var employer = await OrganisationAsync("agency");
        var manager = await Actor.OfAsync(Server, "manager", employer);
        var path = await LogAsync(manager: manager);
        (await manager.GetAsync(path)).Succeeds();
        var enterprise = (await GetAsync($"{Organisations}/{Enterprise}")).Succeeds();
        (await manager.PostAsync(Conflicts, new { organisationId = Enterprise, kind = "family" })).Succeeds(201);
        (await manager.GetAsync(path)).IsProblem(404, "engagement-not-found");

        (await PutAsync($"{Organisations}/{Enterprise}", new { name = "改码", kind = "enterprise", regionCode = "110000", creditCode = "91350200MA2YJ1XR9G" }, ("If-Match", enterprise.ETag))).Succeeds();
        Assert.That((await Organiser.GetAsync(path)).Succeeds().Json.GetProperty("frozen").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Need_LoggedForSomebodyUnregistered_IsNotTheManagersEmployers()
    {
        var employer = await OrganisationAsync("agency");
        var (manager, inside) = (await Actor.OfAsync(Server, "manager", employer), await Actor.OfAsync(Server, "seeker", employer));

        var need = (await manager.PostAsync(Needs, new { title = "展台上谈起的难题", visibility = "private", publish = true })).Succeeds(201);

        Assert.That(need.Json.TryGetProperty("organisationId", out var owner) ? owner.GetString() : null, Is.Null);
        (await inside.GetAsync($"{Needs}/{need.Id}")).IsProblem(404, "need-not-found");
        (await manager.PostAsync(Engagements, new { listingId = await ListingAsync(), needId = need.Id })).Succeeds(201);
    }

    [TestCase("blind")]
    [TestCase("private")]
    public async Task HiddenNeed_ToAManagerWithATieToItsOwner_IsWhatOutsidersSee(string visibility)
    {
        var need = await NeedAsync(visibility);
        (await Manager.GetAsync($"{Needs}/{need}")).Succeeds();
        (await Manager.PostAsync(Conflicts, new { organisationId = Enterprise, kind = "formerEmployer" })).Succeeds(201);

        var reply = await Manager.GetAsync($"{Needs}/{need}");
        var listed = (await Manager.GetAsync($"{Needs}?limit=200")).Succeeds();

        if (visibility == "blind")
        {
            Assert.That(reply.Succeeds().Json.GetProperty("title").GetString(), Is.Null);
        }
        else
        {
            reply.IsProblem(404, "need-not-found");
        }

        var shown = string.Concat(listed.Items.Where(i => i.GetProperty("id").GetGuid() == need).Select(i => i.GetRawText()));
        Assert.That(reply.Text + shown, Does.Not.Contain(Secret));
        Assert.That(shown.Length > 0, Is.EqualTo(visibility == "blind"));
        var matches = await Manager.GetAsync($"{Needs}/{need}/matches");
        _ = visibility == "blind" ? matches.IsProblem(403, "not-allowed") : matches.IsProblem(404, "need-not-found");
        Assert.That((await Colleague.GetAsync($"{Needs}/{need}")).Succeeds().Text, Does.Contain(Secret));
    }

    [Test]
    public async Task HiddenNeed_AfterTheIntroduction_IsReadInFullByTheListingsSideAlone()
    {
        var need = await NeedAsync();
        var path = await MutualAsync(need);
        Assert.That((await Provider.GetAsync($"{Needs}/{need}")).Succeeds().Text, Does.Not.Contain(Secret));
        (await Manager.PostAsync($"{path}/introduce")).Succeeds();

        Assert.That((await Provider.GetAsync($"{Needs}/{need}")).Succeeds().Json.GetProperty("title").GetString(), Is.EqualTo(Secret));
        var outsider = await Actor.OfAsync(Server, "provider", await OrganisationAsync("institute"));
        Assert.That((await outsider.GetAsync($"{Needs}/{need}")).Succeeds().Text, Does.Not.Contain(Secret));
    }

    [Test]
    public async Task HiddenNeed_ReadByTheCentresPeople_LeavesATrace()
    {
        var (hidden, open) = (await NeedAsync(), await NeedAsync("open"));
        (await Manager.GetAsync($"{Needs}/{hidden}")).Succeeds();
        (await Manager.GetAsync($"{Needs}/{open}")).Succeeds();
        (await Seeker.GetAsync($"{Needs}/{hidden}")).Succeeds();

        var read = await Server.Database.ReadAsync(
            s => s.ListAsync<string>("SELECT ActorId || ' ' || SubjectId FROM AuditEntry WHERE Action = 'need.read' AND SubjectId IN @ids", new { ids = new[] { $"{hidden}", $"{open}" } }),
            CancellationToken.None);
        Assert.That(read, Is.EqualTo(new[] { $"{Manager.Id} {hidden}" }));
    }

    [Test]
    public async Task Frozen_ForEverybody_OnlyEnds()
    {
        var path = await LogAsync();
        (await Manager.PostAsync(Conflicts, new { organisationId = University, kind = "formerEmployer" })).Succeeds(201);

        (await Provider.PostAsync($"{path}/interest")).IsProblem(409, "engagement-frozen");
        (await Provider.PostAsync($"{path}/decline", new { reason = "conflict" })).Succeeds();
    }

    [Test]
    public async Task TakeUp_OfAFrozenOneByAnother_IsPossibleAndOfALiveOneNot()
    {
        var path = await LogAsync();
        (await Colleague.PostAsync($"{path}/hand-over", new { managerId = Colleague.Id })).IsProblem(422, "engagement-run-by-another");

        (await Manager.PostAsync(Conflicts, new { organisationId = University, kind = "interest" })).Succeeds(201);
        var taken = (await Colleague.PostAsync($"{path}/hand-over", new { managerId = Colleague.Id })).Succeeds();

        Assert.That((taken.Json.GetProperty("frozen").GetBoolean(), taken.Json.GetProperty("managerId").GetGuid()), Is.EqualTo((false, Colleague.Id)));
    }

    [Test]
    public async Task Withdraw_Declared_StaysOnRecordAndTheFreezeStays()
    {
        var path = await LogAsync();
        var declared = (await Manager.PostAsync(Conflicts, new { organisationId = University, kind = "family" })).Succeeds(201);

        (await Colleague.PostAsync($"{Conflicts}/{declared.Id}/withdraw")).IsProblem(404, "conflict-not-found");
        (await Manager.PostAsync($"{Conflicts}/{declared.Id}/withdraw")).Succeeds();
        (await Manager.PostAsync($"{Conflicts}/{declared.Id}/withdraw")).IsProblem(409, "conflict-wrong-state");

        Assert.Multiple(async () =>
        {
            Assert.That((await Manager.GetAsync(path)).Succeeds().Json.GetProperty("frozen").GetBoolean(), Is.True);
            (await Manager.PostAsync($"{path}/hand-over", new { managerId = Manager.Id })).IsProblem(409, "engagement-same-manager");
            Assert.That((await Manager.GetAsync(Conflicts)).Ids, Is.EqualTo(new[] { declared.Id }));
            Assert.That((await Colleague.GetAsync($"{Conflicts}?organisationId={University}")).Ids, Is.Empty);
            Assert.That((await Organiser.GetAsync($"{Conflicts}?organisationId={University}")).Ids, Is.EqualTo(new[] { declared.Id }));
        });
    }

    [Test]
    public async Task Declare_FaultyBody_NamesEveryField()
    {
        (await Manager.PostAsync(Conflicts, new { kind = "enmity" })).Breaks("organisationId", "kind");
        (await Manager.PostAsync(Conflicts, new { kind = "interest", organisationId = Guid.NewGuid() })).Breaks("organisationId");
    }
}
