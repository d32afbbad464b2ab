using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TechBroker.IntegrationTests.Engagements;

namespace TechBroker.IntegrationTests.Statistics;

/// <summary>The statistics as their readers get them.</summary>
internal sealed class StatisticsOverHttpTests : EngagementFixture
{
    private const string Statistics = "/api/v1/statistics";

    private static readonly (string Query, int Least)[] Figures =
    [
        ("contracts?groupBy=month,type&kind=signed", 100), ("contracts?groupBy=field,priceMode&from=2022-01-01&to=2023-06-30", 50), ("contracts?groupBy=sellerRegion,buyerRegion&level=city&sellerRegion=110000", 10),
        ("contracts?groupBy=manager,quarter&kind=registered&asOf=2024-06-30", 50), ("contracts?kind=paid&groupBy=buyerKind&currency=CNY", 3), ("region-flow?fromRegion=110000&toRegion=120000,130000", 2),
        ("region-flow?level=city&asOf=2023-01-01T00:00:00Z", 10),
    ];

    private readonly MadeDeals made = new(3, 1_500);

    [OneTimeSetUp]
    public Task WriteAsync() => made.WriteAsync(Server.Database);

    [TestCaseSource(nameof(Figures))]
    public async Task Figure_ByItsLink_IsWhatItsLinesAddUpTo((string Query, int Least) asked)
    {
        var items = (await Organiser.GetAsync($"{Statistics}/{asked.Query}")).Succeeds().Items;

        Assert.That(items, Has.Length.GreaterThanOrEqualTo(asked.Least));
        foreach (var item in items.Where((_, i) => i % Math.Max(1, items.Length / 12) == 0))
        {
            await AddsUpAsync(item);
            if (item.TryGetProperty("correctedSince", out var change) && change.ValueKind is JsonValueKind.Object)
            {
                await AddsUpAsync(change);
            }
        }
    }

    [Test]
    public async Task RegionFlow_OfRegistered_IsBeijingToTianjinAndHebei()
    {
        var items = (await Organiser.GetAsync($"{Statistics}/region-flow?from=2022-01-01&to=2024-12-31&fromRegion=110000&toRegion=120000,130000")).Succeeds().Items;

        var expected = made.Lines.Where(l => l.Kind == "registered" && l.Day.Year is >= 2022 and <= 2024 && l.Deal.SellerRegion[..2] == "11" && l.Deal.BuyerRegion[..2] is "12" or "13")
            .GroupBy(l => (l.Deal.BuyerRegion[..2] + "0000", l.Deal.Currency)).Select(g => (g.Key, g.Sum(l => l.ReversesSeq is null ? 1 : -1), g.Sum(l => l.Amount))).Where(g => g.Item2 != 0);
        Assert.That(items.Select(i => ((i.GetProperty("toRegion").GetString()!, i.GetProperty("amount").GetProperty("currency").GetString()!), i.GetProperty("contracts").GetInt32(), Amount(i))), Is.EquivalentTo(expected));
        Assert.That(items.Select(Amount), Is.Ordered.Descending);
        Assert.That(items.Select(i => i.GetProperty("fromRegion").GetString()), Has.All.EqualTo("110000"));
    }

    [TestCase("contracts?groupBy=month,type,field,manager", "groupBy")]
    [TestCase("contracts?groupBy=weather", "groupBy")]
    [TestCase("contracts?from=2024-02-30", "from")]
    [TestCase("region-flow?from=2024-02-02&to=2024-02-01", "to")]
    [TestCase("region-flow?fromRegion=990000", "fromRegion")]
    [TestCase("contracts?currency=XXX", "currency")]
    [TestCase("contracts/lines?asOf=soon", "asOf")]
    [TestCase("funnel?groupBy=x", "groupBy")]
    [TestCase("market?format=pdf", "format")]
    public async Task Query_ThatIsWrong_NamesTheParameter(string query, string field) => (await Organiser.GetAsync($"{Statistics}/{query}")).Breaks(field);

    [Test]
    public async Task Managers_ToOneOfThem_ShowsNobodyElse()
    {
        var other = $"{made.Managers[0]}";
        (await Manager.GetAsync($"{Statistics}/contracts?manager={other}")).Breaks("manager");
        var contracts = (await Manager.GetAsync($"{Statistics}/contracts?groupBy=manager&currency=CNY")).Succeeds();
        var managers = (await Manager.GetAsync($"{Statistics}/managers")).Succeeds();

        Assert.That(contracts.Items.Select(i => i.GetProperty("keys").GetProperty("manager").GetString()), Is.EqualTo(new[] { "others" }));
        await AddsUpAsync(contracts.Items[0], Manager);
        Assert.That(managers.Items.Select(i => i.GetProperty("managerId").GetGuid()), Is.EqualTo(new[] { Manager.Id }));
        Assert.That(contracts.Text + managers.Text, Does.Not.Contain(other));
        Assert.That((await Organiser.GetAsync($"{Statistics}/managers")).Succeeds().Text, Does.Contain(other));
    }

    [Test]
    public async Task Funnel_OfOneThatWasIntroducedAndClosed_HasItsStagesAndReason()
    {
        var (before, path) = ((await Organiser.GetAsync($"{Statistics}/funnel")).Succeeds().Json.GetProperty("total"), await MutualAsync());
        (await Manager.PostAsync($"{path}/introduce")).Succeeds();
        (await Manager.PostAsync($"{path}/decline", new { side = "need", reason = "timing" })).Succeeds();

        var after = (await Organiser.GetAsync($"{Statistics}/funnel?groupBy=manager")).Succeeds().Json;
        var own = after.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("key").GetString() == $"{Manager.Id}");
        Assert.Multiple(() =>
        {
            Assert.That(own.GetProperty("reached").GetRawText(), Is.EqualTo("""{"proposed":1,"interested":1,"mutual":1,"introduced":1,"met":0,"negotiating":0,"signed":0}"""));
            Assert.That(own.GetProperty("losses")[0].GetRawText(), Is.EqualTo("""{"reason":"timing","stage":"introduced","side":"need","count":1}"""));
            Assert.That(after.GetProperty("total").GetProperty("closed").GetInt32(), Is.EqualTo(before.GetProperty("closed").GetInt32() + 1));
        });
    }

    [Test]
    public async Task Figures_ToOneWhoIsInConflict_FeelNothingOfWhatIsBarred()
    {
        (await Colleague.PostAsync(Conflicts, new { organisationId = Enterprise, kind = "holding" })).Succeeds(201);
        string[] queries = ["market", "funnel?groupBy=field", "managers"];
        var before = await TextsAsync(Colleague, queries);
        var listing = await ListingAsync();
        var with = await TextsAsync(Colleague, queries);

        await NeedAsync("private");
        await LogAsync(listing, await NeedAsync("blind"));

        Assert.That(with[0], Is.Not.EqualTo(before[0]), "the listing is a figure");
        Assert.That(await TextsAsync(Colleague, queries), Is.EqualTo(with), "a barred need and the engagement on it are in no figure");
        Assert.That((await TextsAsync(Organiser, queries))[0], Is.Not.EqualTo(with[0]));
    }

    [Test]
    public async Task Export_AsCsv_HasMinorUnitsAndAnAuditEntry()
    {
        var json = (await Organiser.GetAsync($"{Statistics}/contracts?groupBy=field")).Succeeds().Items;
        var reply = (await Organiser.GetAsync($"{Statistics}/contracts?groupBy=field&format=csv")).Succeeds();

        Assert.That(reply.MediaType, Is.EqualTo("text/csv"));
        var rows = reply.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(rows[0], Is.EqualTo("Field of technology,Currency,Contracts,Amount (minor units),Technology amount (minor units)"));
        Assert.That(rows, Has.Length.EqualTo(json.Length + 1));
        Assert.That(rows[1], Does.Contain($",{Amount(json[0])},"));
        var entries = (await Server.GetAsync("/api/v1/audit?action=statistics.exported")).GetProperty("items");
        Assert.That(entries[0].GetProperty("actorId").GetGuid(), Is.EqualTo(Organiser.Id));
    }

    [TestCase("region-flow?asOf=2024-01-01")]
    [TestCase("contracts?groupBy=manager,month")]
    [TestCase("contracts/lines?kind=paid&from=2024-01-01&to=2024-03-31")]
    [TestCase("funnel?groupBy=month")]
    [TestCase("managers?from=2022-01-01")]
    [TestCase("market?")]
    public async Task Export_AsWorkbook_IsValidAndTyped(string query)
    {
        using var client = Organiser.Person.Client(Server.Address);
        var bytes = await client.GetByteArrayAsync($"{Statistics}/{query}&format=xlsx".Replace("?&", "?", StringComparison.Ordinal));

        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var faults = new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(f => $"{f.Path?.XPath}: {f.Description}");
        Assert.That(faults, Is.Empty);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var sheets = zip.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd()).ToList();
        Assert.That(sheets, Has.Count.EqualTo(2));
        Assert.That(string.Concat(sheets), Does.Contain("Made at (UTC)"));
    }

    // Scores that come while somebody reads would change how many needs are without a listing.
    protected override void Configure(Composition.Settings settings) => settings.Workers.Enabled = false;

    private async Task AddsUpAsync(JsonElement figure, Actor? reader = null)
    {
        var path = figure.GetProperty("lines").GetString()!;
        var (sum, technology, count, next) = (0L, 0L, 0, "");
        do
        {
            var page = (await (reader ?? Organiser).GetAsync($"{path}&limit=200{next}")).Succeeds();
            sum += page.Items.Sum(Amount);
            technology += page.Items.Sum(l => l.GetProperty("technologyAmount").GetProperty("minorUnits").GetInt64());
            count += page.Items.Sum(l => l.GetProperty("reversesSeq").ValueKind is JsonValueKind.Null ? 1 : -1);
            next = page.Json.GetProperty("next").GetString() is { } cursor ? $"&cursor={cursor}" : null!;
        }
        while (next is not null);
        var number = figure.GetProperty("contracts") is { ValueKind: JsonValueKind.Number } contracts ? contracts : figure.GetProperty("payments");
        Assert.That((sum, technology, count), Is.EqualTo((Amount(figure), figure.GetProperty("technologyAmount").GetProperty("minorUnits").GetInt64(), number.GetInt32())), path);
    }

    private static async Task<List<string>> TextsAsync(Actor reader, string[] queries)
    {
        var texts = new List<string>();
        foreach (var query in queries)
        {
            texts.Add((await reader.GetAsync($"{Statistics}/{query}")).Succeeds().Text);
        }

        return texts;
    }

    private static long Amount(JsonElement item) => item.GetProperty("amount").GetProperty("minorUnits").GetInt64();
}
