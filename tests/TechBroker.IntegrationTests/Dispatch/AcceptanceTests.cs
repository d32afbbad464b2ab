using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Engagements;

namespace TechBroker.IntegrationTests.Dispatch;

/// <summary>What managers do with what they are given, and where it goes when they do not.</summary>
internal sealed class AcceptanceTests : DispatchFixture
{
    private static readonly object NotMine = new { reason = "expertise" };

    [Test]
    public async Task Accept_ByWhoeverHasIt_IsTheirsForGood()
    {
        var managers = await ManagersAsync(2);
        var id = await ProposedAsync();
        var holder = await HolderAsync(managers, id);

        (await managers.Single(m => m != holder).PostAsync($"{Engagements}/{id}/accept")).IsProblem(422, "engagement-run-by-another");
        var accepted = (await holder.PostAsync($"{Engagements}/{id}/accept")).Succeeds().Json;
        (await holder.PostAsync($"{Engagements}/{id}/accept")).IsProblem(409, "engagement-accepted");
        (await holder.PostAsync($"{Engagements}/{id}/pass", NotMine)).IsProblem(409, "engagement-accepted");
        await LapseAsync();

        Assert.That((Text(accepted, "acceptBy"), ManagerOf(accepted), await ManagerOfAsync(id)), Is.EqualTo(((string?)null, holder.Id, holder.Id)));
    }

    [Test]
    public async Task Pass_ByOneAfterTheOther_NeverComesBackAndEndsWithTheOrganisers()
    {
        var managers = await ManagersAsync(3);
        var id = await ProposedAsync();
        var had = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            var holder = await HolderAsync(managers, id);
            had.Add(holder.Id);
            (await holder.PostAsync($"{Engagements}/{id}/pass", new { reason = "other" })).IsProblem(422, "reason-unexplained");
            (await holder.PostAsync($"{Engagements}/{id}/pass", NotMine)).Succeeds();
        }

        Assert.That(had, Is.EquivalentTo(IdsOf(managers)));
        await IsEscalatedAsync(id);
    }

    [Test]
    public async Task Lapse_OfThree_GoesToTheOrganisers()
    {
        var managers = await ManagersAsync(4);
        var id = await ProposedAsync();
        var had = new List<Guid?>();
        for (var i = 0; i < 3; i++)
        {
            Assert.That(await AllAsync("&escalated=true"), Is.Empty);
            had.Add(await ManagerOfAsync(id));
            await LapseAsync();
        }

        Assert.That(had, Is.Unique.And.SubsetOf(managers.Select(m => (Guid?)m.Id)));
        await IsEscalatedAsync(id);
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.That(await SweepAsync(), Is.Zero, "an organiser decides");

        (await Organiser.PostAsync($"{Engagements}/{id}/hand-over", new { managerId = managers[0].Id })).Succeeds();
        Assert.That(await AllAsync("&escalated=true"), Is.Empty);
    }

    [Test]
    public async Task Absence_OfWhoeverHasIt_SendsItElsewhere()
    {
        var managers = await ManagersAsync(2);
        var id = await ProposedAsync();
        var holder = await HolderAsync(managers, id);
        var now = Clock.GetUtcNow();
        (await holder.PostAsync($"/api/v1/managers/{holder.Id}/absences", new { from = now.AddMinutes(-1), to = now.AddDays(1), reason = "病假" })).Succeeds(201);

        await SweepAsync();

        Assert.That(await ManagerOfAsync(id), Is.EqualTo(managers.Single(m => m != holder).Id));
    }

    [Test]
    public async Task Account_ThatIsDisabled_HasNothingToAccept()
    {
        var managers = await ManagersAsync(2);
        var id = await ProposedAsync();
        var holder = await HolderAsync(managers, id);
        var account = (await Server.SendAsync(HttpMethod.Get, $"/api/v1/users/{holder.Id}")).Succeeds();
        (await Server.SendAsync(
            HttpMethod.Put, $"/api/v1/users/{holder.Id}", new { email = holder.Person.Email, displayName = "离职", roles = new[] { "manager" }, state = "disabled" }, ("If-Match", account.ETag))).Succeeds();

        await SweepAsync();

        Assert.That(await ManagerOfAsync(id), Is.EqualTo(managers.Single(m => m != holder).Id));
    }

    [Test]
    public async Task Conflict_OfEitherSide_IsNeverGivenIt()
    {
        var (insider, declared, free) = (await ManagerAsync(Enterprise), await ManagerAsync(), await ManagerAsync());
        (await declared.PostAsync("/api/v1/conflicts", new { organisationId = University, kind = "holding" })).Succeeds(201);
        for (var i = 0; i < 3; i++)
        {
            await NeedAsync();
        }

        await ListingAsync();
        await Server.DrainAsync();

        Assert.That((await AllAsync()).Select(ManagerOf), Is.EqualTo(new Guid?[] { free.Id, free.Id, free.Id }), $"never {insider.Id} or {declared.Id}");
    }

    [Test]
    public async Task Conflict_OfEverybody_GoesToTheOrganisers()
    {
        await ManagerAsync(Enterprise);
        await IsEscalatedAsync(await ProposedAsync());
    }

    [Test]
    public async Task Conflict_DeclaredByWhoeverHasIt_SendsItElsewhere()
    {
        var managers = await ManagersAsync(2);
        var id = await ProposedAsync();
        var holder = await HolderAsync(managers, id);
        (await holder.PostAsync("/api/v1/conflicts", new { organisationId = Enterprise, kind = "family" })).Succeeds(201);
        (await holder.PostAsync($"{Engagements}/{id}/accept")).IsProblem(404, "engagement-not-found");

        await SweepAsync();

        var body = await ReadAsync(id);
        Assert.That((ManagerOf(body), body.GetProperty("frozen").GetBoolean()), Is.EqualTo((managers.Single(m => m != holder).Id, false)));
    }

    [Test]
    public async Task Pass_ByWhoeverHasAConflict_IsDoneUnseen()
    {
        var managers = await ManagersAsync(2);
        var id = await ProposedAsync();
        var holder = await HolderAsync(managers, id);
        (await holder.PostAsync("/api/v1/conflicts", new { organisationId = Enterprise, kind = "family" })).Succeeds(201);

        var passed = (await holder.PostAsync($"{Engagements}/{id}/pass", new { reason = "conflict" })).Succeeds();

        Assert.That(passed.Text, Does.Not.Contain(Enterprise.ToString()).And.Not.Contain(Topic));
        Assert.That(await ManagerOfAsync(id), Is.EqualTo(managers.Single(m => m != holder).Id));
    }

    private async Task<Actor> HolderAsync(Actor[] managers, Guid id)
    {
        var holder = await ManagerOfAsync(id);
        return managers.Single(m => m.Id == holder);
    }

    private async Task IsEscalatedAsync(Guid id)
    {
        var escalated = (await AllAsync("&escalated=true")).Single();
        Assert.That((escalated.GetProperty("id").GetGuid(), ManagerOf(escalated), escalated.GetProperty("escalated").GetBoolean()), Is.EqualTo((id, (Guid?)null, true)));
    }
}
