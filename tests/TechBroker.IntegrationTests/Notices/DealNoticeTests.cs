using TechBroker.Composition;
using TechBroker.IntegrationTests.Engagements;

namespace TechBroker.IntegrationTests.Notices;

/// <summary>Who hears what of a contract, and that no way out of the house carries an amount.</summary>
internal sealed class DealNoticeTests : MailFixture
{
    private const string Deals = "/api/v1/deals", Day = "2026-11-02", Title = "低温超导磁体许可";

    [Test]
    public async Task LargeContract_Approved_IsToldToTheApproversThenToWhoRecordedItAndTheParties()
    {
        var conflicted = await Actor.OfAsync(Server, "organiser");
        (await conflicted.PostAsync(Conflicts, new { organisationId = Enterprise, kind = "holding" })).Succeeds(201);
        var second = await Actor.OfAsync(Server, "organiser");
        var deal = await RecordAsync(100_001);
        Assert.That(await DealsToAsync(Organiser), Is.EqualTo(new[] { $"技术合同“{Title}”待第二人审批，请核对后批准或不批准。" }));
        Assert.That(await DealsToAsync(second), Has.Length.EqualTo(1));
        Assert.That(await DealsToAsync(conflicted), Is.Empty, "who may not approve is not asked");
        Assert.That((await DealsToAsync(Manager)).Concat(await DealsToAsync(Provider)).Concat(await DealsToAsync(Seeker)), Is.Empty);

        (await Organiser.PostAsync($"{deal}/approval", new { approve = true, note = "已核对原件" })).Succeeds();

        Assert.That(await DealsToAsync(Manager), Is.EqualTo(new[] { $"您录入的技术合同“{Title}”已获批准。" }));
        Assert.That(await DealsToAsync(Provider), Is.EqualTo(new[] { $"技术合同“{Title}”已签订生效。" }));
        Assert.That(await DealsToAsync(Seeker), Is.EqualTo(new[] { $"技术合同“{Title}”已签订生效。" }));
        Assert.That(await DealsToAsync(Organiser), Has.Length.EqualTo(1));
        Assert.That(await DealsToAsync(Colleague), Is.Empty);
    }

    [Test]
    public async Task LargeContract_Rejected_IsToldToWhoRecordedItAlone()
    {
        var deal = await RecordAsync(100_001);
        (await Organiser.PostAsync($"{deal}/approval", new { approve = false, note = "与原件不符" })).Succeeds();
        Assert.That(await DealsToAsync(Manager), Is.EqualTo(new[] { $"您录入的技术合同“{Title}”未获批准。说明：与原件不符" }));
        Assert.That((await DealsToAsync(Provider)).Concat(await DealsToAsync(Seeker)), Is.Empty);
    }

    [Test]
    public async Task Course_OfAContract_HasItsOwnSentencesAndNoAmountLeavesTheHouse()
    {
        (await Provider.PostAsync(Webhooks, new { url = "https://hooks.example.org/", kinds = new[] { "deal.recorded", "deal.changed" } })).Succeeds(201);
        await RunAsync("DELETE FROM Delivery");
        var deal = await RecordAsync(73_311);
        (await Manager.PostAsync($"{deal}/refusal", new { refusedOn = Day, reason = "材料不全，第73311条" })).Succeeds();
        (await Manager.PostAsync($"{deal}/registration", new { number = "20261173311007", registeredOn = Day })).Succeeds();
        (await Manager.PostAsync($"{deal}/payments", new { amount = new { currency = "CNY", minorUnits = 41_127 }, paidOn = Day, note = "首付411.27元" })).Succeeds();
        var line = (await Manager.GetAsync($"{deal}/ledger")).Succeeds().Items.Single(l => l.GetProperty("kind").GetString() == "paid").GetProperty("seq").GetInt32();
        (await Manager.PostAsync($"{deal}/payments/{line}/reversal", new { reason = "重复登记" })).Succeeds();
        (await Manager.PostAsync($"{deal}/termination", new { on = Day, reason = "双方协商" })).Succeeds();
        (await Manager.PostAsync($"{deal}/reversal", new { reason = "登记有误" })).Succeeds();

        string[] expected =
        [
            $"技术合同“{Title}”已签订生效。", $"技术合同“{Title}”未通过认定登记。说明：材料不全，第73311条", $"技术合同“{Title}”已完成认定登记。",
            $"技术合同“{Title}”登记了一笔到款。", $"技术合同“{Title}”的一笔到款登记有误，已冲销。说明：重复登记",
            $"技术合同“{Title}”已提前终止。说明：双方协商", $"技术合同“{Title}”录入有误，已全部冲销。说明：登记有误",
        ];
        Assert.That(await DealsToAsync(Provider), Is.EqualTo(expected));
        Assert.That(await DealsToAsync(Seeker), Is.EqualTo(expected));
        Assert.That(await DealsToAsync(Manager), Is.Empty, "who did it knows");

        var mails = (await NewMailsAsync()).Where(m => m.Text.Contains("技术合同", StringComparison.Ordinal)).ToList();
        var bodies = await ListAsync<string>("SELECT Body FROM Delivery WHERE Channel = 'webhook'");
        Assert.That((mails.Count, bodies.Count), Is.EqualTo((2 * expected.Length, expected.Length + 1)));
        Assert.That(string.Join('\n', [.. mails.Select(m => m.Raw + m.Text), .. bodies]), Does.Not.Contain("73311").And.Not.Contain("733.11").And.Not.Contain("41127").And.Not.Contain("411.27"));
        Assert.That(string.Join('\n', bodies), Does.Not.Contain(Title));
    }

    [Test]
    public async Task Title_OfAContract_IsShownToItsReadersAlone()
    {
        await RecordAsync(100);
        await DealsToAsync(Seeker);
        await RunAsync("UPDATE Account SET OrganisationId = @University WHERE Id = @Id", new { University = await OrganisationAsync("university"), Seeker.Id });
        Assert.That(await DealsToAsync(Seeker), Is.Empty);
        Assert.That(await DealsToAsync(Provider), Has.Length.EqualTo(1));
    }

    protected override void Configure(Settings settings)
    {
        base.Configure(settings);
        (settings.Deals.ApprovalThreshold, settings.Webhooks.Enabled) = (1_000, true);
    }

    private async Task<string> RecordAsync(long fen)
    {
        var path = await NegotiatingAsync("listed");
        var id = (await Manager.PostAsync(
            Deals, new { engagementId = path.Split('/')[^1], contractType = "licence", title = Title, amount = new { currency = "CNY", minorUnits = fen }, signedOn = Day })).Succeeds(201).Id;
        return $"{Deals}/{id}";
    }

    private async Task<string[]> DealsToAsync(Actor actor) => [.. (await TextsOfAsync(actor)).Where(t => t.Contains("技术合同", StringComparison.Ordinal))];
}
