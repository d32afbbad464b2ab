using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.IntegrationTests.Engagements;

namespace TechBroker.IntegrationTests.Deals;

internal sealed class DealJourneyTests : DealFixture
{
    [Test]
    public async Task Deal_SignedToCompleted_KeepsItsBooks()
    {
        var deal = await SignedAsync(new { technologyAmount = Cny(80_000), subType = "exclusive", field = "future-industries:humanoid-robots" });
        Assert.That((StateOf(deal), deal.ETag, Total(deal, "signed"), Total(deal, "registered")), Is.EqualTo(("signed", "\"1\"", 100_000L, 0L)));
        Assert.That(deal.Json.GetProperty("sellers")[0].GetProperty("organisationId").GetGuid(), Is.EqualTo(University));
        Assert.That(deal.Json.GetProperty("buyers")[0].GetProperty("organisationId").GetGuid(), Is.EqualTo(Enterprise));
        Assert.That(deal.Json.GetProperty("managerId").GetGuid(), Is.EqualTo(Manager.Id));
        Assert.That(deal.Json.GetProperty("priceMode").GetString(), Is.EqualTo("listed"));
        Assert.That(await StateOfEngagementAsync(EngagementOf(deal)), Is.EqualTo("signed"));

        var path = PathOf(deal);
        Assert.That(StateOf((await Manager.PostAsync($"{path}/refusal", new { reason = "缺少附件", refusedOn = Day })).Succeeds()), Is.EqualTo("refused"));
        Assert.That(StateOf((await Manager.PostAsync($"{path}/registration", new { number = NewNumber(), registeredOn = Day, place = "北京" })).Succeeds()), Is.EqualTo("registered"));
        Assert.That(StateOf((await Manager.PostAsync($"{path}/payments", new { amount = Cny(60_000), paidOn = Day })).Succeeds()), Is.EqualTo("performing"));
        (await Manager.PostAsync($"{path}/payments", new { amount = Cny(40_001), paidOn = Day })).IsProblem(422, "payments-exceed-amount");
        Assert.That(Total((await Manager.PostAsync($"{path}/payments/3/reversal", new { reason = "重复录入" })).Succeeds(), "paid"), Is.Zero);
        (await Manager.PostAsync($"{path}/payments/3/reversal", new { reason = "重复录入" })).IsProblem(409, "payment-reversed");
        (await Manager.PostAsync($"{path}/payments/99/reversal", new { reason = "重复录入" })).IsProblem(404, "payment-not-found");
        Assert.That(StateOf((await Manager.PostAsync($"{path}/completion", new { on = Day })).Succeeds()), Is.EqualTo("completed"));
        (await Manager.PostAsync($"{path}/breach", new { on = Day, note = "逾期" })).IsProblem(409, "deal-wrong-state");
        Assert.That(Total((await Manager.PostAsync($"{path}/payments", new { amount = Cny(100_000), paidOn = Day })).Succeeds(), "paid"), Is.EqualTo(100_000));

        var lines = (await Seeker.GetAsync($"{path}/ledger")).Succeeds().Items;
        Assert.That(lines.Select(l => l.GetProperty("seq").GetInt32()), Is.EqualTo((int[])[1, 2, 3, 4, 5]));
        Assert.That(lines[1].GetProperty("technologyAmount").GetProperty("minorUnits").GetInt64(), Is.EqualTo(80_000));
        Assert.That(lines[3].GetProperty("reversesSeq").GetInt32(), Is.EqualTo(3));
        Assert.That(lines[0].TryGetProperty("recordedBy", out var by) && by.ValueKind is not System.Text.Json.JsonValueKind.Null, Is.False);
        Assert.That((await Manager.GetAsync($"{path}/log")).Succeeds().Items.Select(e => e.GetProperty("action").GetString()), Is.EqualTo((string[])["record", "refuse", "register", "pay", "reversePayment", "complete", "pay"]));
    }

    [Test]
    public async Task PostDeal_SecondOfTheEngagement_FollowsOrIsRefused()
    {
        var first = await SignedAsync();
        var engagement = EngagementOf(first);
        (await Manager.PostAsync(Deals, Contract(engagement))).IsProblem(409, "engagement-signed");
        var elsewhere = await SignedAsync();
        (await Manager.PostAsync(Deals, Contract(engagement, new { followsDealId = elsewhere.Id }))).IsProblem(422, "follows-unsuitable");
        (await Manager.PostAsync(Deals, Contract(engagement, new { followsDealId = Guid.NewGuid() }))).IsProblem(422, "follows-unsuitable");
        var second = (await Manager.PostAsync(Deals, Contract(engagement, new { followsDealId = first.Id }))).Succeeds(201);

        (await Manager.PostAsync($"{PathOf(first)}/reversal", new { reason = "误录" })).IsProblem(409, "deal-followed");
        (await Manager.PostAsync($"{PathOf(second)}/reversal", new { reason = "误录" })).Succeeds();
        Assert.That(await StateOfEngagementAsync(engagement), Is.EqualTo("signed"));
        var reversed = (await Manager.PostAsync($"{PathOf(first)}/reversal", new { reason = "误录" })).Succeeds();
        Assert.That((StateOf(reversed), Total(reversed, "signed"), await StateOfEngagementAsync(engagement)), Is.EqualTo(("reversed", 0L, "negotiating")));
        (await Manager.PostAsync(Deals, Contract(engagement))).Succeeds(201);
    }

    [Test]
    public async Task Reversal_OfARegisteredAndPaidDeal_FreesItsNumber()
    {
        var (deal, other, number) = (await SignedAsync(), await SignedAsync(), NewNumber());
        (await Manager.PostAsync($"{PathOf(deal)}/registration", new { number, registeredOn = Day })).Succeeds();
        (await Manager.PostAsync($"{PathOf(deal)}/payments", new { amount = Cny(5), paidOn = Day })).Succeeds();
        (await Manager.PostAsync($"{PathOf(other)}/registration", new { number, registeredOn = Day })).IsProblem(409, "registration-number-taken");
        var reversed = (await Manager.PostAsync($"{PathOf(deal)}/reversal", new { reason = "误录" })).Succeeds();
        Assert.That((Total(reversed, "signed"), Total(reversed, "registered"), Total(reversed, "paid")), Is.EqualTo((0L, 0L, 0L)));
        Assert.That((await Manager.GetAsync($"{PathOf(deal)}/ledger")).Items, Has.Length.EqualTo(6));
        (await Manager.PostAsync($"{PathOf(other)}/registration", new { number, registeredOn = Day })).Succeeds();
        (await Manager.PostAsync($"{PathOf(deal)}/reversal", new { reason = "误录" })).IsProblem(409, "deal-wrong-state");
    }

    [Test]
    public async Task PostDeal_ByWhoMayNot_IsRefused()
    {
        var engagement = await NegotiatingAsync();
        (await Colleague.PostAsync(Deals, Contract(engagement))).IsProblem(422, "engagement-run-by-another");
        (await Provider.PostAsync(Deals, Contract(engagement))).IsProblem(403, "not-allowed");
        (await Manager.PostAsync(Deals, Contract(null))).IsProblem(403, "not-allowed");
        (await Manager.PostAsync(Deals, Contract(Guid.NewGuid()))).IsProblem(404, "engagement-not-found");
        (await Organiser.PostAsync(Deals, Contract(null))).Breaks("sellers", "buyers");
        var party = new { name = "某公司", kind = "enterprise", regionCode = "DE" };
        (await Organiser.PostAsync(Deals, Contract(null, new { sellers = new[] { party }, buyers = new[] { new { organisationId = University } } }))).Succeeds(201);
        var deal = (await Organiser.PostAsync(Deals, Contract(engagement))).Succeeds(201);
        (await Colleague.PostAsync($"{PathOf(deal)}/payments", new { amount = Cny(5), paidOn = Day })).IsProblem(422, "deal-run-by-another");
        (await Seeker.PostAsync($"{PathOf(deal)}/payments", new { amount = Cny(5), paidOn = Day })).IsProblem(403, "not-allowed");
    }

    [Test]
    public async Task PostDeal_FrozenOrTooEarlyOrUnpublicised_IsRefused()
    {
        var frozen = await NegotiatingAsync();
        await ChangeAsync(frozen, e => e.Freeze(ConflictKind.SameEmployer, DateTimeOffset.UtcNow).Value!, EngagementAction.Freeze);
        (await Manager.PostAsync(Deals, Contract(frozen))).IsProblem(409, "engagement-frozen");

        var early = Guid.Parse((await MutualAsync()).Split('/')[^1]);
        (await Manager.PostAsync(Deals, Contract(early))).IsProblem(409, "engagement-wrong-state");

        var declared = await NegotiatingAsync();
        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Account SET OrganisationId = @Enterprise WHERE Id = @Id", new { Enterprise, Manager.Id }), CancellationToken.None);
        (await Manager.PostAsync(Deals, Contract(declared))).IsProblem(404, "engagement-not-found");
        (await Organiser.PostAsync(Deals, Contract(declared))).IsProblem(422, "conflict-of-interest");
        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Account SET OrganisationId = NULL WHERE Id = @Id", new { Manager.Id }), CancellationToken.None);

        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Organisation SET Nature = '事业单位' WHERE Id = @University", new { University }), CancellationToken.None);
        (await Manager.PostAsync(Deals, Contract(await NegotiatingAsync(PriceMode.Negotiated)))).IsProblem(409, "publicity-missing");
    }

    [Test]
    public async Task PostDeal_SameIdempotencyKey_IsRecordedOnce()
    {
        var body = Contract(await NegotiatingAsync());
        var first = (await Manager.PostAsync(Deals, body, ("Idempotency-Key", "deal-1"))).Succeeds(201);
        var again = (await Manager.PostAsync(Deals, body, ("Idempotency-Key", "deal-1"))).Succeeds(201);
        Assert.That((again.Id, again.Headers["Idempotency-Replayed"]), Is.EqualTo((first.Id, "true")));
        var pay = new { amount = Cny(7), paidOn = Day };
        (await Manager.PostAsync($"{PathOf(first)}/payments", pay, ("Idempotency-Key", "pay-1"))).Succeeds();
        (await Manager.PostAsync($"{PathOf(first)}/payments", pay, ("Idempotency-Key", "pay-1"))).Succeeds();
        Assert.That(Total(await Manager.GetAsync(PathOf(first)), "paid"), Is.EqualTo(7));
        (await Manager.PostAsync($"{PathOf(first)}/payments", pay, ("If-Match", "\"1\""))).IsProblem(412, "revision-changed");
    }

    [Test]
    public async Task Registration_HundredAtOnceWithOneNumber_OneGetsIt()
    {
        var paths = new List<string>();
        var parties = new { sellers = new[] { new { organisationId = University } }, buyers = new[] { new { organisationId = Enterprise } } };
        for (var i = 0; i < 100; i++)
        {
            paths.Add(PathOf((await Organiser.PostAsync(Deals, Contract(null, parties))).Succeeds(201)));
        }

        var number = NewNumber();
        var replies = await Task.WhenAll(paths.Select(p => Organiser.PostAsync($"{p}/registration", new { number, registeredOn = Day })));
        Assert.That(replies.Count(r => r.Status == 200), Is.EqualTo(1));
        Assert.That(replies.Where(r => r.Status != 200).Select(r => r.Code), Is.All.EqualTo("registration-number-taken"));
        var lines = await Server.Database.ReadAsync(s => s.FirstAsync<int>(
            "SELECT COUNT(*) FROM LedgerLine l JOIN Deal d ON d.Id = l.DealId WHERE l.Kind = 'registered' AND d.RegistrationNumber = @number", new { number }), CancellationToken.None);
        Assert.That(lines, Is.EqualTo(1));
    }

    [Test]
    public async Task GetDeals_PartiesAndOthers_SeeTheirOwn()
    {
        var inventors = new[] { new { name = "钱完成人", basisPoints = 6_000 }, new { name = "孙完成人", basisPoints = 4_000 } };
        var deal = await SignedAsync(new { inventors, sellers = new[] { new { organisationId = University, creditCode = "91110000100000000X" } } });
        Assert.That(deal.Warnings, Is.EqualTo((string[])["creditCodeDoubtful"]));
        Assert.That((await Provider.GetAsync(PathOf(deal))).Succeeds().Text, Does.Contain("钱完成人").And.Contain("\"yourSide\":\"seller\""));
        foreach (var path in (string[])[PathOf(deal), Deals, $"{PathOf(deal)}/log", $"{PathOf(deal)}/ledger"])
        {
            Assert.That((await Seeker.GetAsync(path)).Succeeds().Text, Does.Not.Contain("完成人").And.Not.Contain("basisPoints\":6000").And.Not.Contain(Manager.Person.Email));
        }

        var stranger = await StrangerAsync();
        (await stranger.GetAsync(PathOf(deal))).IsProblem(404, "deal-not-found");
        Assert.That((await stranger.GetAsync(Deals)).Succeeds().Ids, Is.Empty);
        Assert.That((await Colleague.GetAsync($"{Deals}?organisation={University}&manager={Manager.Id}&state=signed&type=licence&from={Day}&to={Day}")).Succeeds().Ids, Is.EqualTo((Guid[])[deal.Id]));
        Assert.That((await Colleague.GetAsync($"{Deals}?organisation={University}&to=2026-11-01")).Succeeds().Ids, Is.Empty);
        (await Colleague.GetAsync($"{Deals}?state=x&type=y&manager=z&from=w")).Breaks("state", "type", "manager", "from");
    }

    [Test]
    public async Task Deal_Recorded_TellsIdsOnly()
    {
        var deal = await SignedAsync();
        var bodies = await Server.Database.ReadAsync(s => s.ListAsync<string>("SELECT Body FROM Event WHERE Kind = 'dealChanged' AND Body LIKE @id", new { id = $"%{deal.Id}%" }), CancellationToken.None);
        Assert.That(bodies, Has.Count.EqualTo(1));
        Assert.That(bodies[0], Does.Not.Contain("磁体"));
        var audit = (await GetAsync($"/api/v1/audit?subjectId={deal.Id}")).Succeeds();
        Assert.That((audit.Items.Single().GetProperty("action").GetString(), audit.Text.Contains("磁体", StringComparison.Ordinal)), Is.EqualTo(("deal.record", false)));
    }

    [TestCase("UPDATE LedgerLine SET AmountMinorUnits = 1 WHERE DealId = @Id")]
    [TestCase("DELETE FROM LedgerLine WHERE DealId = @Id")]
    [TestCase("UPDATE DealLog SET Details = '{}' WHERE DealId = @Id")]
    [TestCase("DELETE FROM DealLog WHERE DealId = @Id")]
    public async Task LedgerAndLog_ChangedInTheDatabase_AreRefused(string sql)
    {
        var deal = await SignedAsync();
        var refused = await Assert.CatchAsync(() => Server.Database.WriteAsync(s => s.RunAsync(sql, new { deal.Id }), CancellationToken.None));
        Assert.That(refused!.Message, Does.Contain("only grows"));
        Assert.That(Total(await Manager.GetAsync(PathOf(deal)), "signed"), Is.EqualTo(100_000));
    }

    private async Task<Actor> StrangerAsync() => await Actor.OfAsync(Server, "seeker", await OrganisationAsync("enterprise"));
}
