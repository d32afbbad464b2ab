using System.Text.Json;
using System.Text.Json.Nodes;
using TechBroker.Api.Http;
using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Deals;

/// <summary>What a contract may not say, field by field; nothing of it is recorded.</summary>
internal sealed class DealInputTests : DealFixture
{
    private static readonly object[] Half = [new { name = "甲", basisPoints = 5_000 }];

    private static IEnumerable<TestCaseData> Faulty()
    {
        yield return Of(new { contractType = "sale" }, "contractType");
        yield return Of(new { title = " ", signedOn = (string?)null }, "title", "signedOn");
        yield return Of(new { subType = "commissioned" }, "subType");
        yield return Of(new { subType = "nonsense" }, "subType");
        yield return Of(new { field = "没有的领域" }, "field");
        yield return Of(new { priceMode = "raffle", paymentPlan = "never" }, "priceMode", "paymentPlan");
        yield return Of(new { amount = (object?)null }, "amount");
        yield return Of(new { amount = Cny(0) }, "amount");
        yield return Of(new { amount = Cny(-1) }, "amount.minorUnits");
        yield return Of(new { amount = Cny(Domain.Money.Largest + 1) }, "amount.minorUnits");
        yield return Of(new { amount = new { currency = "XXX", minorUnits = 5 } }, "amount.currency");
        yield return Of(new { technologyAmount = Cny(100_001) }, "technologyAmount");
        yield return Of(new { technologyAmount = new { currency = "USD", minorUnits = 5 } }, "technologyAmount");
        yield return Of(new { signedOn = "2099-01-01" }, "signedOn");
        yield return Of(new { signedOn = "1984-12-31" }, "signedOn");
        yield return Of(new { startsOn = "2026-11-03", endsOn = "2026-11-02" }, "endsOn");
        yield return Of(new { paymentPlan = "instalments" }, "instalments");
        yield return Of(new { instalments = new[] { new { dueOn = Day, amount = Cny(100_000) } } }, "instalments");
        yield return Of(new { paymentPlan = "instalments", instalments = new[] { new { dueOn = Day, amount = Cny(99_999) } } }, "instalments");
        yield return Of(new { paymentPlan = "instalments", instalments = new object?[] { null } }, "instalments[0]");
        yield return Of(new { paymentPlan = "royalty" }, "royaltyBasisPoints");
        yield return Of(new { paymentPlan = "royalty", royaltyBasisPoints = 10_001 }, "royaltyBasisPoints");
        yield return Of(new { paymentPlan = "entryFeePlusRoyalty", royaltyBasisPoints = 300, entryFee = Cny(100_001) }, "entryFee");
        yield return Of(new { royaltyBasisPoints = 300 }, "royaltyBasisPoints");
        yield return Of(new { inventors = Half }, "inventors");
        yield return Of(new { inventors = new object?[] { null } }, "inventors[0]");
        yield return Of(new { inventors = new[] { new { name = "", basisPoints = 0 } } }, "inventors[0].name", "inventors[0].basisPoints");
        yield return Of(new { ip = new[] { new { number = "ZL1" } } }, "ip[0].type");
        yield return Of(new { sellers = Array.Empty<object>() }, "sellers");
        yield return Of(new { sellers = new[] { new { name = "某人" } } }, "sellers[0].kind", "sellers[0].regionCode");
        yield return Of(new { buyers = new[] { new { organisationId = Guid.NewGuid() } } }, "buyers[0].organisationId");
        yield return Of(new { buyers = new[] { new { name = "某", kind = "enterprise", regionCode = "990000" } } }, "buyers[0].regionCode");
        yield return Of(new { buyers = "某公司" }, "buyers");
        yield return Of(new { unknown = 1 }, "unknown");
    }

    [TestCaseSource(nameof(Faulty))]
    public async Task PostDeal_FaultyField_IsNamed(JsonNode more, string[] fields)
    {
        var engagement = await NegotiatingAsync();
        (await Manager.PostAsync(Deals, Contract(engagement, more))).Breaks(fields);
        Assert.That(await StateOfEngagementAsync(engagement), Is.EqualTo("negotiating"));
    }

    [Test]
    public async Task PostDeal_SharesOf9999_NamesTheDifference()
    {
        var inventors = new[] { new { name = "甲", basisPoints = 5_000 }, new { name = "乙", basisPoints = 4_999 } };
        Assert.That((await Manager.PostAsync(Deals, Contract(await NegotiatingAsync(), new { inventors }))).Breaks("inventors").Error("inventors"), Does.Contain("0.01 %"));
    }

    [Test]
    public async Task PostDeal_ListingWithoutOrganisation_NeedsNamedSellers()
    {
        var posted = await PostAsync(Calls.Listings, new { title = "个人成果", publish = true });
        var engagement = await NegotiatingAsync(listingId: posted.Succeeds(201).Id);
        (await Manager.PostAsync(Deals, Contract(engagement))).Breaks("sellers");
        var sellers = new[] { new { name = "发明人", kind = "individual", regionCode = "110000" } };
        (await Manager.PostAsync(Deals, Contract(engagement, new { sellers, buyers = new[] { new { organisationId = Enterprise } } }))).Succeeds(201);
    }

    [Test]
    public async Task Steps_FaultyBody_NameTheField()
    {
        var deal = PathOf(await SignedAsync());
        (await Manager.PostAsync($"{deal}/registration", new { number = "123", registeredOn = "2099-01-01" })).Breaks("number", "registeredOn");
        (await Manager.PostAsync($"{deal}/registration", new { number = NewNumber(), registeredOn = "2026-11-01" })).IsProblem(422, "before-signing");
        (await Manager.PostAsync($"{deal}/refusal", new { })).Breaks("reason", "refusedOn");
        (await Manager.PostAsync($"{deal}/payments", new { amount = Cny(0), paidOn = "2099-01-01" })).Breaks("amount", "paidOn");
        (await Manager.PostAsync($"{deal}/payments", new { amount = new { currency = "USD", minorUnits = 5 }, paidOn = Day })).IsProblem(422, "currency-differs");
        (await Manager.PostAsync($"{deal}/payments/1/reversal", new { reason = "" })).Breaks("reason");
        (await Manager.PostAsync($"{deal}/reversal", new { })).Breaks("reason");
        (await Manager.PostAsync($"{deal}/completion", new { })).Breaks("on");
        (await Manager.PostAsync($"{deal}/breach", new { on = Day })).Breaks("note");
        (await Manager.PostAsync($"{deal}/termination", new { on = Day })).Breaks("reason");
        (await Manager.PostAsync($"{deal}/termination", new { on = "2026-11-01", reason = "协商解除" })).IsProblem(422, "before-signing");
        Assert.That((await Manager.GetAsync(deal)).ETag, Is.EqualTo("\"1\""));
    }

    [Test]
    public async Task PostDeal_RoyaltyAndEntryFee_PaysBeyondTheAmount()
    {
        var deal = await SignedAsync(new { paymentPlan = "entryFeePlusRoyalty", entryFee = Cny(20_000), royaltyBasisPoints = 350 });
        Assert.That(Total((await Manager.PostAsync($"{PathOf(deal)}/payments", new { amount = Cny(150_000), paidOn = Day })).Succeeds(), "paid"), Is.EqualTo(150_000));
        Assert.That(deal.Json.GetProperty("entryFee").GetProperty("minorUnits").GetInt64(), Is.EqualTo(20_000));
    }

    private static TestCaseData Of(object more, params string[] fields)
    {
        var node = JsonSerializer.SerializeToNode(more, ApiJson.Options)!;
        return new TestCaseData(node, fields).SetArgDisplayNames($"{node.ToJsonString()}");
    }
}
