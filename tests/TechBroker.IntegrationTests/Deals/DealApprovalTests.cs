using TechBroker.Composition;
using TechBroker.IntegrationTests.Engagements;

namespace TechBroker.IntegrationTests.Deals;

internal sealed class DealApprovalTests : DealFixture
{
    protected override void Configure(Settings settings) => settings.Deals.ApprovalThreshold = 1_000;

    [Test]
    public async Task PostDeal_AboveTheThreshold_WaitsForASecondPerson()
    {
        var engagement = await NegotiatingAsync();
        var deal = (await Manager.PostAsync(Deals, Contract(engagement, new { amount = Cny(100_001) }))).Succeeds(201);
        Assert.That((StateOf(deal), Total(deal, "signed"), await StateOfEngagementAsync(engagement)), Is.EqualTo(("pendingApproval", 0L, "negotiating")));
        (await Manager.PostAsync(Deals, Contract(engagement))).IsProblem(409, "deal-pending");
        (await Manager.PostAsync($"{PathOf(deal)}/payments", new { amount = Cny(1), paidOn = Day })).IsProblem(409, "deal-wrong-state");
        (await Manager.PostAsync($"{PathOf(deal)}/approval", new { approve = true })).IsProblem(403, "not-allowed");
        (await Organiser.PostAsync($"{PathOf(deal)}/approval", new { })).Breaks("approve");

        var approved = (await Organiser.PostAsync($"{PathOf(deal)}/approval", new { approve = true, note = "已核对原件" })).Succeeds();
        Assert.That((StateOf(approved), Total(approved, "signed"), await StateOfEngagementAsync(engagement)), Is.EqualTo(("signed", 100_001L, "signed")));
        Assert.That((await Provider.GetAsync($"{PathOf(deal)}/log")).Succeeds().Text, Does.Not.Contain("已核对原件"));
    }

    [Test]
    public async Task Approval_ByTheRecorderUnderAnotherRole_IsRefused()
    {
        var both = await Actor.OfAsync(Server, "organiser");
        var deal = (await both.PostAsync(Deals, Contract(await NegotiatingAsync(), new { amount = new { currency = "USD", minorUnits = 1 } }))).Succeeds(201);
        Assert.That(StateOf(deal), Is.EqualTo("pendingApproval"), "another currency always waits");
        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Account SET Roles = '[\"admin\"]' WHERE Id = @Id", new { both.Id }), CancellationToken.None);
        (await both.PostAsync($"{PathOf(deal)}/approval", new { approve = true })).IsProblem(403, "approval-by-recorder");
        var rejected = (await Organiser.PostAsync($"{PathOf(deal)}/approval", new { approve = false, note = "金额不符" })).Succeeds();
        Assert.That((StateOf(rejected), Total(rejected, "signed")), Is.EqualTo(("rejected", 0L)));
        Assert.That(StateOf((await Manager.PostAsync(Deals, Contract(EngagementOf(deal)))).Succeeds(201)), Is.EqualTo("signed"), "at the threshold, and no longer blocked");
    }

    [Test]
    public async Task Approval_TwoAtOnce_OneCounts()
    {
        var deal = (await Manager.PostAsync(Deals, Contract(await NegotiatingAsync(), new { amount = Cny(200_000) }))).Succeeds(201);
        var other = await Actor.OfAsync(Server, "organiser");
        var replies = await Task.WhenAll(((Actor[])[Organiser, other]).Select(a => a.PostAsync($"{PathOf(deal)}/approval", new { approve = true })));
        Assert.That(replies.Select(r => r.Status), Is.EquivalentTo((int[])[200, 409]));
        Assert.That((await Manager.GetAsync($"{PathOf(deal)}/ledger")).Succeeds().Items, Has.Length.EqualTo(1));
    }
}
