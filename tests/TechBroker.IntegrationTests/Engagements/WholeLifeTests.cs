using System.Text.Json;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>One engagement from the first sight of a match to the last payment, by the people who would do it, over HTTP.</summary>
internal sealed class WholeLifeTests
{
    [Test]
    public async Task Engagement_FromMatchToLastPayment_LeavesOneThread()
    {
        await using var server = await TestServer.StartAsync(s => s.Engagements.PublicityDays = 0);
        using var said = new Transcript(server.Address);
        var admin = server.Admin;
        var today = CentreDay.Of(DateTimeOffset.UtcNow);

        said.Note("A university in Beijing lists a result, an enterprise in Tianjin posts a blind need.");
        var university = (await said.AskAsync("admin", admin, "POST", "organisations", new { name = "某某大学", kind = "university", regionCode = "110108", nature = "事业单位" }, 201, "name", "kind")).Id;
        var enterprise = (await said.AskAsync("admin", admin, "POST", "organisations", new { name = "津门某公司", kind = "enterprise", regionCode = "120110" }, 201, "name", "kind")).Id;
        var provider = await server.AddPersonAsync(university, Role.Provider);
        var seeker = await server.AddPersonAsync(enterprise, Role.Seeker);
        var manager = await server.AddPersonAsync(null, Role.Manager);
        var organiser = await server.AddPersonAsync(null, Role.Organiser);
        var listing = (await said.AskAsync("university", provider, "POST", "listings", new { title = "低铱质子交换膜水电解膜电极", summary = "阳极铱载量 0.4 mg/cm²，兆瓦级电堆已运行", keywords = new[] { "制氢", "膜电极", "质子交换膜" }, trl = 6, regionCode = "110108", publish = true }, 201, "state", "revision")).Id;
        var need = (await said.AskAsync("enterprise", seeker, "POST", "needs", new { title = "质子交换膜制氢膜电极降铱", description = "希望把阳极铱用量降到 0.5 mg/cm² 以内", keywords = new[] { "制氢", "膜电极", "质子交换膜" }, regionCode = "120110", visibility = "blind", blindSummary = "寻求降低贵金属用量的制氢膜电极", publish = true }, 201, "state", "visibility")).Id;
        await Eventually.BecomesAsync(async () => (await server.GetAsync($"/api/v1/needs/{need}/matches")).GetProperty("items").GetArrayLength() > 0, "the match");

        said.Note("The manager sees the match with its reasons and logs it; each side answers for itself; identities open with the introduction.");
        await said.AskAsync("manager", manager, "GET", $"needs/{need}/matches?limit=1", show: "items");
        await said.AskAsync("university", provider, "GET", $"listings/{listing}/matches", show: "items");
        var id = (await said.AskAsync("manager", manager, "POST", "engagements", new { listingId = listing, needId = need, note = "在展台见过样机" }, 201, "state", "id")).Id;
        var path = $"engagements/{id}";
        await said.AskAsync("manager", manager, "POST", $"{path}/introduce", status: 409);
        await said.AskAsync("university", provider, "POST", $"{path}/interest", show: "state");
        await said.AskAsync("university", provider, "GET", path, null, 200, "state", "need");
        await said.AskAsync("enterprise", seeker, "POST", $"{path}/interest", show: "state");
        await said.AskAsync("enterprise", seeker, "POST", $"{path}/introduce", status: 403);
        await said.AskAsync("manager", manager, "POST", $"{path}/introduce", show: "state");
        await said.AskAsync("university", provider, "GET", path, null, 200, "state", "need");

        said.Note("They meet and negotiate. The seller is a public institution, so that the negotiated price is made public first; an objection restarts the clock.");
        await said.AskAsync("manager", manager, "POST", $"{path}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(2), endsAt = DateTimeOffset.UtcNow.AddDays(2).AddHours(1), place = "交易中心三层", agenda = "看样机" }, 201, "state", "meeting");
        await said.AskAsync("manager", manager, "POST", $"{path}/meetings", new { heldAt = DateTimeOffset.UtcNow.AddHours(-1), note = "首批 20 套，指标谈定", outcome = "进入商务" }, 201, "state", "meeting");
        await said.AskAsync("manager", manager, "POST", $"{path}/negotiate", new { priceMode = "negotiated" }, 200, "state", "priceMode");
        var deal = new
        {
            engagementId = id,
            contractType = "licence",
            subType = "ordinary",
            title = "低铱膜电极普通许可",
            amount = new { currency = "CNY", minorUnits = 188_000_000 },
            technologyAmount = new { currency = "CNY", minorUnits = 180_000_000 },
            signedOn = today,
            paymentPlan = "entryFeePlusRoyalty",
            entryFee = new { currency = "CNY", minorUnits = 180_000_000 },
            royaltyBasisPoints = 250,
            inventors = new[] { new { name = "陈老师", basisPoints = 7000 }, new { name = "林同学", basisPoints = 3000 } },
        };
        await said.AskAsync("manager", manager, "POST", "deals", deal, 409);
        await said.AskAsync("manager", manager, "POST", $"{path}/publicity", new { price = new { currency = "CNY", minorUnits = 188_000_000 } }, 200, "state", "publicityFrom", "publicityUntil");
        await said.AskAsync("organiser", organiser, "POST", $"{path}/objections", new { receivedOn = today, text = "某单位要求说明权属；已核实无争议" }, 200, "state", "publicityUntil");

        said.Note("The contract, its registration, the payments, one of them taken back.");
        var contract = (await said.AskAsync("manager", manager, "POST", "deals", deal, 201, "id", "state", "sellers", "buyers", "ledger")).Id;
        await said.AskAsync("manager", manager, "POST", "deals", deal, 409);
        await said.AskAsync("manager", manager, "POST", $"deals/{contract}/registration", new { number = "20261100012345", registeredOn = today, place = "北京市海淀区" }, 200, "state", "registration");
        await said.AskAsync("manager", manager, "POST", $"deals/{contract}/payments", new { amount = new { currency = "CNY", minorUnits = 180_000_000 }, paidOn = today }, 200, "state", "ledger");
        await said.AskAsync("manager", manager, "POST", $"deals/{contract}/payments", new { amount = new { currency = "CNY", minorUnits = 5_000_000 }, paidOn = today.AddDays(-1) }, 422);
        await said.AskAsync("manager", manager, "POST", $"deals/{contract}/payments", new { amount = new { currency = "CNY", minorUnits = 5_000_000 }, paidOn = today }, 200, "ledger");
        var lines = (await said.AskAsync("manager", manager, "GET", $"deals/{contract}/ledger", show: "items")).Items;
        await said.AskAsync("organiser", organiser, "POST", $"deals/{contract}/payments/{lines[^1].GetProperty("seq").GetInt64()}/reversal", new { reason = "银行退回" }, 200, "ledger");
        await said.AskAsync("manager", manager, "POST", $"deals/{contract}/completion", new { on = today }, 200, "state");

        said.Note("The thread, the notices and the figure, down to the contract.");
        var log = (await said.AskAsync("manager", manager, "GET", $"{path}/log", show: "items")).Items;
        Assert.That(log.Select(e => e.GetProperty("action").GetString()), Is.SupersetOf((string[])["log", "interest", "introduce", "meet", "negotiate", "publicise", "object", "sign"]));
        await server.DrainAsync();
        Assert.That((await said.AskAsync("university", provider, "GET", "notices", show: "unread")).Json.GetProperty("items").GetArrayLength(), Is.Positive);
        var flow = (await said.AskAsync("organiser", organiser, "GET", $"statistics/region-flow?from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}", show: "items")).Items;
        Assert.That(flow.Select(f => f.GetProperty("amount").GetProperty("minorUnits").GetInt64()), Is.EqualTo((long[])[188_000_000]));
        await said.AskAsync("organiser", organiser, "GET", "statistics/contracts/lines?kind=registered", show: "items");
        var judged = JsonSerializer.Serialize(log.Select(e => e.GetProperty("action").GetString()));
        Assert.That(judged, Does.Not.Contain("close"));
    }
}
