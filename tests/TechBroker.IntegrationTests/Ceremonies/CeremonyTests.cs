using System.Globalization;
using System.Text.Json.Nodes;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Access;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Evidence;

namespace TechBroker.IntegrationTests.Ceremonies;

internal sealed class CeremonyTests : OnOneServer
{
    private const string Ceremonies = "/api/v1/ceremonies";

    private string path = null!;

    [SetUp]
    public async Task CeremonyAsync() =>
        path = $"{Ceremonies}/{(await PostAsync(Ceremonies, new { title = "中关村论坛现场签约", heldOn = "2026-03-27", place = "北京", organiserNote = "内部" })).Succeeds(201).Id}";

    [Test]
    public async Task Signings_Of34Investments_AreRecordedTogether()
    {
        var reply = (await PostAsync($"{path}/signings", Rows(34))).Succeeds(201);

        Assert.That(reply.Items, Has.Length.EqualTo(34));
        var read = (await GetAsync(path)).Succeeds().Json;
        Assert.Multiple(() =>
        {
            Assert.That(read.GetProperty("investments").GetProperty("count").GetInt32(), Is.EqualTo(34));
            Assert.That(read.GetProperty("investments").GetProperty("amounts")[0].GetProperty("minorUnits").GetInt64(), Is.EqualTo(3400));
            Assert.That(read.GetProperty("contracts").GetProperty("count").GetInt32(), Is.Zero);
        });
        Assert.That((await GetAsync($"/api/v1/investments?ceremonyId={path.Split('/')[^1]}")).Ids, Has.Length.EqualTo(34));
    }

    [Test]
    public async Task Signings_WithBadRows_RecordNothingAndNameEachField()
    {
        var shape = Rows(34);
        shape["rows"]![3]!["amount"] = null;
        shape["rows"]![7]!["kind"] = "memorandum";
        shape["rows"]![9]!["colour"] = "红";
        shape["rows"]![33] = "text";
        (await PostAsync($"{path}/signings", shape)).Breaks("rows[3].amount", "rows[7].kind", "rows[9].colour", "rows[33]");

        var rule = Rows(34);
        rule["rows"]![5]!["signedOn"] = "2099-01-01";
        rule["rows"]![12]!["parkOrganisationId"] = Guid.NewGuid().ToString();
        rule["rows"]![20] = rule["rows"]![19]!.DeepClone();
        var refused = (await PostAsync($"{path}/signings", rule)).IsProblem(422, "signings-refused");

        Assert.That(refused.Fields, Is.EquivalentTo(new[] { "rows[5].signedOn", "rows[12].parkOrganisationId", "rows[20]" }), refused.Text);
        Assert.That((await GetAsync(path)).Json.GetProperty("investments").GetProperty("count").GetInt32(), Is.Zero);
        Assert.That(await CountAsync("SELECT COUNT(*) FROM InvestmentLine l JOIN Investment i ON i.Id = l.InvestmentId WHERE i.CeremonyId = @id"), Is.Zero);
        Assert.That((await GetAsync($"/api/v1/audit?action=ceremony.signed&subjectId={path.Split('/')[^1]}")).Items, Is.Empty);
    }

    [Test]
    public async Task Signings_OfContractsAndInvestments_AreAllOrNothing()
    {
        var rows = Rows(17);
        for (var i = 0; i < 17; i++)
        {
            rows["rows"]!.AsArray().Add(Contract());
        }

        var bad = rows.DeepClone().AsObject();
        bad["rows"]![33]!["sellers"]![0]!["organisationId"] = Guid.NewGuid().ToString();
        Assert.That((await PostAsync($"{path}/signings", bad)).IsProblem(422, "signings-refused").Fields, Has.All.StartsWith("rows[33].sellers"));
        bad["rows"]![20]!["contractType"] = "gift";
        Assert.That((await PostAsync($"{path}/signings", bad)).IsProblem(400, "validation").Fields, Is.EqualTo(new[] { "rows[20].contractType" }));
        foreach (var table in new[] { "Deal", "Investment" })
        {
            Assert.That(await CountAsync($"SELECT COUNT(*) FROM {table} WHERE CeremonyId = @id"), Is.Zero, table);
        }

        var made = (await PostAsync($"{path}/signings", rows)).Succeeds(201);

        Assert.That(made.Items.Count(i => i.GetProperty("kind").GetString() == "deal"), Is.EqualTo(17));
        var read = (await GetAsync(path)).Succeeds().Json;
        Assert.That(read.GetProperty("contracts").GetProperty("amounts")[0].GetProperty("minorUnits").GetInt64(), Is.EqualTo(17 * 5000));
        Assert.That(read.GetProperty("investments").GetProperty("amounts")[0].GetProperty("minorUnits").GetInt64(), Is.EqualTo(17 * 100));
        (await GetAsync($"/api/v1/deals/{made.Items[^1].GetProperty("id").GetGuid()}")).Succeeds();
    }

    [Test]
    public async Task Signings_SentTwiceWithOneKey_AreRecordedOnce()
    {
        var rows = Rows(3);
        var first = (await PostAsync($"{path}/signings", rows, ("Idempotency-Key", "k"))).Succeeds(201);
        var again = (await PostAsync($"{path}/signings", rows, ("Idempotency-Key", "k"))).Succeeds(201);
        Assert.That((again.Text, again.Headers["Idempotency-Replayed"]), Is.EqualTo((first.Text, "true")));
        (await PostAsync($"{path}/signings", rows)).IsProblem(422, "signings-refused");
        Assert.That(await CountAsync("SELECT COUNT(*) FROM Investment WHERE CeremonyId = @id"), Is.EqualTo(3));
    }

    [Test]
    public async Task Signings_TooManyNoneOrNowhere_AreRefused()
    {
        (await PostAsync($"{path}/signings", Rows(501))).Breaks("rows");
        (await PostAsync($"{path}/signings", Rows(0))).Breaks("rows");
        (await PostAsync($"{path}/signings", new { })).Breaks("rows");
        (await PostAsync($"{Ceremonies}/{Guid.NewGuid()}/signings", Rows(1))).IsProblem(404, "ceremony-not-found");
        (await PostAsync(Ceremonies, new { })).Breaks("title", "heldOn", "place");
    }

    [Test]
    public async Task Ceremonies_ToOthersThanStaff_AreClosed()
    {
        var person = await Server.AddPersonAsync(null, Role.Provider);
        foreach (var closed in new[] { Ceremonies, path, $"{path}/list" })
        {
            (await Server.SendAsync(HttpMethod.Get, closed, null, ("Authorization", $"Bearer {person.Token}"))).IsProblem(403, "not-allowed");
        }
    }

    [Test]
    public async Task List_OfContractsAndInvestments_KeepsThemAndCurrenciesApart()
    {
        await WithContractAsync();
        var rows = Rows(2);
        rows["rows"]![0]!["amount"] = new JsonObject { ["currency"] = "USD", ["minorUnits"] = 150 };
        rows["rows"]![1]!["title"] = "<script>alert(1)</script>";
        rows["rows"]![1]!["recipient"] = "=1+1";
        (await PostAsync($"{path}/signings", rows)).Succeeds(201);

        var html = (await GetAsync($"{path}/list", ("Accept-Language", "zh"))).Succeeds();
        var csv = (await GetAsync($"{path}/list?format=csv", ("Accept-Language", "zh"))).Succeeds();
        var xlsx = (await GetAsync($"{path}/list?format=xlsx")).Succeeds();

        Assert.Multiple(() =>
        {
            Assert.That(html.MediaType, Is.EqualTo("text/html"));
            Assert.That(html.Headers["Content-Security-Policy"], Does.Contain("style-src 'self'").And.Not.Contain("unsafe"));
            Assert.That(html.Text, Does.Contain("磁体专利许可").And.Contain("技术许可").And.Contain("&lt;script&gt;").And.Not.Contain("<script").And.Not.Contain("内部"));
            Assert.That(html.Text.Split("<table>"), Has.Length.EqualTo(3), "two tables");
            Assert.That(html.Text, Does.Contain("<td>1.00 CNY</td>").And.Contain("<td>1.50 USD</td>"));
            Assert.That(csv.Text, Does.Contain("'=1+1").And.Contain("投资项目（2 项，不计入技术合同）").And.Not.Contain("2.50"));
            Assert.That(xlsx.Headers["Content-Disposition"], Does.StartWith("attachment"));
        });
        (await GetAsync($"{path}/list?format=pdf")).Breaks("format");
        (await GetAsync($"{Ceremonies}/{Guid.NewGuid()}/list")).IsProblem(404, "ceremony-not-found");
        Assert.That((await GetAsync("/signing-list.css")).Succeeds().Text, Does.Contain("A4 landscape").And.Contain("table-header-group"));
        if (Environment.GetEnvironmentVariable("TECHBROKER_KEEP_LIST") is { } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "list.html"), html.Text.Replace("/signing-list.css", "signing-list.css", StringComparison.Ordinal));
            await File.WriteAllTextAsync(Path.Combine(folder, "signing-list.css"), (await GetAsync("/signing-list.css")).Text);
        }
    }

    private static JsonObject Rows(int count) => new()
    {
        ["rows"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => EvidenceItems.Investment("investment"))]),
    };

    private static JsonObject Contract() => new()
    {
        ["kind"] = "deal",
        ["contractType"] = "licence",
        ["title"] = $"专利许可{Guid.NewGuid():N}",
        ["amount"] = new JsonObject { ["currency"] = "CNY", ["minorUnits"] = 5000 },
        ["signedOn"] = "2026-03-27",
        ["sellers"] = new JsonArray(new JsonObject { ["name"] = "某大学", ["kind"] = "university", ["regionCode"] = "110000" }),
        ["buyers"] = new JsonArray(new JsonObject { ["name"] = "某公司", ["kind"] = "enterprise", ["regionCode"] = "120000" }),
    };

    private async Task WithContractAsync()
    {
        var university = (await PostAsync(Calls.Organisations, new { name = $"某大学{Guid.NewGuid():N}", kind = "university", regionCode = "110000" })).Succeeds(201).Id;
        var deal = await SignedDeals.AddAsync(Server.Database, (university, null), (null, Guid.NewGuid()));
        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Deal SET CeremonyId = @ceremony WHERE Id = @deal", new { ceremony = path.Split('/')[^1], deal }), CancellationToken.None);
    }

    private Task<int> CountAsync(string sql) => Server.Database.ReadAsync(s => s.FirstAsync<int>(sql, new { id = path.Split('/')[^1].ToLower(CultureInfo.InvariantCulture) }), CancellationToken.None);
}
