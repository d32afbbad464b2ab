using System.Text.Json.Nodes;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Investments;

internal sealed class InvestmentTests : OnOneServer
{
    private const string Path = "/api/v1/investments", Figures = "/api/v1/statistics/investments";

    private Person manager = null!;

    [SetUp]
    public async Task PeopleAsync() => manager = await Server.AddPersonAsync(null, Role.Manager);

    [Test]
    public async Task Investment_Recorded_IsReadAsItWasEntered()
    {
        var park = (await PostAsync(Calls.Organisations, new { name = $"园区{Guid.NewGuid():N}", kind = "park", regionCode = "110108" })).Succeeds(201).Id;
        var made = (await AsAsync(manager, HttpMethod.Post, Path, Body("磁体产业化").With("parkOrganisationId", park.ToString()).With("industry", "C35"))).Succeeds(201);

        var read = (await AsAsync(manager, HttpMethod.Get, made.Headers["Location"])).Succeeds();

        Assert.That(read.Text, Is.EqualTo(made.Text));
        Assert.That(read.Json.GetProperty("industry").GetString(), Is.EqualTo("industries:C35"));
        Assert.That((await AsAsync(manager, HttpMethod.Get, $"{Path}?limit=1")).Ids, Is.EqualTo(new[] { made.Id }));
        Assert.That((await GetAsync($"/api/v1/audit?action=investment.recorded&subjectId={made.Id}")).Items.Single().ToString(), Does.Not.Contain("磁体"));
    }

    [Test]
    public async Task Investment_Faulty_NamesEveryField()
    {
        (await PostAsync(Path, new { })).Breaks("title", "amount", "investors", "recipient", "regionCode", "signedOn");
        (await PostAsync(Path, Body("甲").With("amount", new JsonObject { ["currency"] = "RMB", ["minorUnits"] = -1 }).With("regionCode", "999999"))).Breaks("amount.currency", "amount.minorUnits", "regionCode");
        (await PostAsync(Path, Body("甲").With("amount", new JsonObject { ["currency"] = "CNY", ["minorUnits"] = 0 }).With("investors", new JsonArray("")))).Breaks("amount", "investors[0]");
        (await PostAsync(Path, Body("甲").With("parkOrganisationId", Guid.NewGuid().ToString()).With("ceremonyId", Guid.NewGuid().ToString()))).Breaks("parkOrganisationId", "ceremonyId");
        (await PostAsync(Path, Body("甲").With("signedOn", DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd")))).IsProblem(422, "signed-in-future");
    }

    [Test]
    public async Task Investment_RecordedTwice_CountsOnceUntilReversed()
    {
        var body = Body("同一项目");
        var first = (await PostAsync(Path, body)).Succeeds(201).Id;
        (await PostAsync(Path, body)).IsProblem(409, "investment-already-recorded");
        (await PostAsync($"{Path}/{first}/reversal", new { reason = "金额有误" })).Succeeds();
        (await PostAsync(Path, body)).Succeeds(201);
        (await PostAsync($"{Path}/{first}/reversal", new { reason = "再次" })).IsProblem(409, "investment-reversed");
        (await PostAsync($"{Path}/{Guid.NewGuid()}/reversal", new { reason = "无" })).IsProblem(404, "investment-not-found");
        (await PostAsync($"{Path}/{first}/reversal", new { })).Breaks("reason");
    }

    [Test]
    public async Task Reversal_OfAColleaguesEntry_IsTheOrganisers()
    {
        var made = (await PostAsync(Path, Body("组织者登记"))).Succeeds(201).Id;
        (await AsAsync(manager, HttpMethod.Post, $"{Path}/{made}/reversal", new { reason = "错" })).IsProblem(403, "reversal-not-yours");
        var own = (await AsAsync(manager, HttpMethod.Post, Path, Body("经理登记"))).Succeeds(201).Id;
        (await AsAsync(manager, HttpMethod.Post, $"{Path}/{own}/reversal", new { reason = "错" })).Succeeds();
    }

    [Test]
    public async Task Investments_ToOthersThanStaff_AreClosed([Values(Role.Provider, Role.Seeker)] Role role)
    {
        var person = await Server.AddPersonAsync(null, role);
        foreach (var path in new[] { Path, $"{Path}/{Guid.NewGuid()}", Figures })
        {
            (await AsAsync(person, HttpMethod.Get, path)).IsProblem(403, "not-allowed");
        }

        (await AsAsync(person, HttpMethod.Post, Path, Body("甲"))).IsProblem(403, "not-allowed");
    }

    [Test]
    public async Task Figures_OverTimeAndAfterAReversal_AddUpToTheLedger()
    {
        await using var server = await TestServer.StartAsync();
        async Task<Guid> Add(string title, string region, string day, long amount, string currency = "CNY") => (await server.SendAsync(HttpMethod.Post, Path, Body(title)
            .With("regionCode", region).With("signedOn", day).With("amount", new JsonObject { ["currency"] = currency, ["minorUnits"] = amount }))).Succeeds(201).Id;
        async Task<string[]> Ask(string query) => [.. (await server.GetAsync(Figures + query)).GetProperty("items").EnumerateArray().Select(i =>
            $"{i.GetProperty("key")} {i.GetProperty("projects")} {i.GetProperty("amount").GetProperty("minorUnits")} {i.GetProperty("amount").GetProperty("currency")}")];

        var wrong = await Add("甲", "110000", "2026-03-01", 100);
        await Add("乙", "110000", "2026-03-31", 200);
        await Add("丙", "120000", "2026-04-01", 400);
        await Add("丁", "120000", "2026-04-02", 800, "USD");
        var before = DateTimeOffset.UtcNow;
        (await server.SendAsync(HttpMethod.Post, $"{Path}/{wrong}/reversal", new { reason = "重复" })).Succeeds();

        Assert.That(await Ask("?groupBy=region"), Is.EqualTo(new[] { "110000 1 200 CNY", "120000 1 400 CNY", "120000 1 800 USD" }));
        Assert.That(await Ask("?groupBy=month&to=2026-03-31"), Is.EqualTo(new[] { "2026-03 1 200 CNY" }));
        Assert.That(await Ask($"?groupBy=month&to=2026-03-31&asOf={before:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}"), Is.EqualTo(new[] { "2026-03 2 300 CNY" }));
        Assert.That(await Ask("?from=2026-04-02"), Is.EqualTo(new[] { " 1 800 USD" }));
        Assert.That(await Ask("?from=2026-03-01&to=2026-03-01"), Is.Empty);
        Assert.That((await server.SendAsync(HttpMethod.Get, $"{Path}?region=110000&reversed=false")).Items.Sum(i => i.GetProperty("amount").GetProperty("minorUnits").GetInt64()), Is.EqualTo(200));
        (await server.SendAsync(HttpMethod.Get, $"{Figures}?from=2026-04-02&to=2026-04-01&groupBy=week")).Breaks("to", "groupBy");
    }

    [Test]
    public async Task Contracts_WhenInvestmentsAreRecorded_ChangeInNoFigure()
    {
        const string Sums = "SELECT COUNT(*) + COALESCE(SUM(AmountMinorUnits), 0) FROM LedgerLine";
        var before = await CountAsync(Sums) + await CountAsync("SELECT COUNT(*) FROM Deal");
        var made = (await PostAsync(Path, Body("不计入技术合同"))).Succeeds(201).Id;
        (await PostAsync($"{Path}/{made}/reversal", new { reason = "错" })).Succeeds();

        Assert.That(await CountAsync(Sums) + await CountAsync("SELECT COUNT(*) FROM Deal"), Is.EqualTo(before));
        Assert.That(await CountAsync($"SELECT COUNT(*) FROM InvestmentLine WHERE InvestmentId = '{made}'"), Is.EqualTo(2));
    }

    [TestCase("UPDATE InvestmentLine SET AmountMinorUnits = 1")]
    [TestCase("DELETE FROM InvestmentLine")]
    [TestCase("UPDATE Investment SET AmountMinorUnits = 1")]
    [TestCase("UPDATE Investment SET ReversalReason = 'x' WHERE ReversedAt IS NOT NULL")]
    [TestCase("DELETE FROM Investment")]
    public async Task Tables_Changed_Refuse(string sql)
    {
        var made = (await PostAsync(Path, Body("只增不改"))).Succeeds(201).Id;
        (await PostAsync($"{Path}/{made}/reversal", new { reason = "错" })).Succeeds();

        Assert.That(async () => await Server.Database.WriteAsync(s => s.RunAsync(sql), CancellationToken.None), Throws.InstanceOf<System.Data.Common.DbException>());
    }

    private static JsonObject Body(string title) => new()
    {
        ["title"] = title,
        ["amount"] = new JsonObject { ["currency"] = "CNY", ["minorUnits"] = 6_199_100_000_00L },
        ["investors"] = new JsonArray("某基金", "某集团"),
        ["recipient"] = "某项目公司",
        ["regionCode"] = "110000",
        ["signedOn"] = "2026-03-27",
    };

    private Task<Reply> AsAsync(Person person, HttpMethod method, string path, object? body = null) => Server.SendAsync(method, path, body, ("Authorization", $"Bearer {person.Token}"));

    private Task<long> CountAsync(string sql) => Server.Database.ReadAsync(s => s.FirstAsync<long>(sql), CancellationToken.None);
}
