using System.Text;
using System.Text.Json;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

/// <summary>Files as people have them, from the upload to the explained match.</summary>
internal sealed class FormatTests : OnOneServer
{
    static FormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [TestCase("utf-8", false, "utf8.csv")]
    [TestCase("utf-8", true, "bom.csv")]
    [TestCase("gb18030", false, "gb18030.csv")]
    [TestCase("gb18030", true, "gb-bom.csv")]
    [TestCase("utf-16", true, "utf16.csv")]
    public async Task Import_CsvInAnyEncoding_BecomesPublishedListings(string encoding, bool bom, string name)
    {
        var coding = Encoding.GetEncoding(encoding);
        var text = $"成果编号,成果名称,关键词,技术成熟度,报价（万元）,地区\n{name}-1,{name}质子交换膜电解槽,电解槽；绿氢,7,120,北京市\n{name}-2,{name}裸眼光场显示屏,光场；显示,5,面议,上海市\n";
        byte[] file = [.. bom ? coding.GetBytes("\uFEFF") : [], .. coding.GetBytes(text)];

        (await Server.ImportAsync("listings", file, name)).Counts(created: 2);

        var listing = await ListingAsync($"{name}-1");
        Assert.Multiple(() =>
        {
            Assert.That(listing.GetProperty("title").GetString(), Is.EqualTo($"{name}质子交换膜电解槽"));
            Assert.That(listing.GetProperty("state").GetString(), Is.EqualTo("published"));
            Assert.That(listing.GetProperty("keywords").GetArrayLength(), Is.EqualTo(2));
            Assert.That(listing.GetProperty("trl").GetInt32(), Is.EqualTo(7));
            Assert.That(listing.GetProperty("askingPrice").GetProperty("minorUnits").GetInt64(), Is.EqualTo(120_000_000));
            Assert.That(listing.GetProperty("regionCode").GetString(), Is.EqualTo("110000"));
        });
    }

    [Test]
    public async Task Import_TemplateFilledIn_TakesTheRowsAndPassesOverTheExample()
    {
        var template = await Server.Http.GetByteArrayAsync($"{ImportsPath}/template?kind=listings");
        var filled = Workbook.FillIn(template, ["X-1", "Field-effect biosensor", "A sensor", "", "sensor; graphene"], ["X-2", "Fracture reduction robot"]);

        var job = (await Server.ImportAsync("listings", filled, "filled.xlsx")).Counts(created: 2, unchanged: 1);

        Assert.That(job.Errors.Select(e => (e.Severity, e.Row)), Is.EqualTo(new[] { ("warning", 2) }));
        Assert.That((await ListingAsync("X-1")).GetProperty("keywords").EnumerateArray().Select(k => k.GetString()), Is.EqualTo(new[] { "sensor", "graphene" }));
        Assert.That((await ListingAsync("X-2")).GetProperty("title").GetString(), Is.EqualTo("Fracture reduction robot"));
    }

    [Test]
    public async Task Import_NeedsTemplateFilledIn_MakesNeeds()
    {
        var template = await Server.Http.GetByteArrayAsync($"{ImportsPath}/template?kind=needs");
        var filled = Workbook.FillIn(template, ["XN-1", "Graphene biosensor wanted", "For lactate"]);

        (await Server.ImportAsync("needs", filled, "filled.xlsx")).Counts(created: 1, unchanged: 1);

        var need = (await GetAsync($"{Calls.Needs}?limit=200")).Items.Single(i => i.GetProperty("externalRef").GetString() == "XN-1");
        Assert.That(need.GetProperty("description").GetString(), Is.EqualTo("For lactate"));
    }

    [Test]
    public async Task Import_JsonlOfBothKinds_IsMatchedWithReasons()
    {
        (await Server.ImportAsync("listings", """
            {"id":"J-1","title":"立方氮化硼单晶合成","keywords":["立方氮化硼"],"trl":6,"askingPrice":{"currency":"CNY","minorUnits":500}}
            {"id":"J-2","title":"牛奶冷链运输箱"}
            """)).Counts(created: 2);
        (await Server.ImportAsync("needs", """{"id":"JN-1","title":"寻求立方氮化硼单晶","minTrl":4}""" + "\n")).Counts(created: 1);
        await Server.DrainAsync();

        var need = (await GetAsync($"{Calls.Needs}?limit=200")).Items.Single(i => i.GetProperty("externalRef").GetString() == "JN-1").GetProperty("id").GetGuid();
        var best = (await GetAsync($"{Calls.Needs}/{need}/matches")).Items[0];

        Assert.Multiple(async () =>
        {
            Assert.That(best.GetProperty("listingId").GetGuid(), Is.EqualTo((await ListingAsync("J-1")).GetProperty("id").GetGuid()));
            Assert.That(best.GetProperty("reasons")[0].GetProperty("text").GetString(), Is.Not.Empty);
        });
    }

    [Test]
    public async Task Import_Answered_HasTheNamesOfTheContract()
    {
        using var form = Form("listings", Utf8("标题,成熟度\n合同字段,99\n"), "names.csv");
        var accepted = (await Server.Http.SendFormAsync(form)).Succeeds(202);
        await Server.Http.EndOfAsync(accepted.Id);

        var job = (await GetAsync($"{ImportsPath}/{accepted.Id}")).Succeeds().Json;

        Assert.Multiple(() =>
        {
            Assert.That(accepted.Json.GetProperty("state").GetString(), Is.EqualTo("queued"));
            Assert.That(job.GetProperty("fileName").GetString(), Is.EqualTo("names.csv"));
            Assert.That(job.GetProperty("rejectedFile").GetString(), Is.EqualTo($"{ImportsPath}/{accepted.Id}/rejected"));
            Assert.That(job.GetProperty("finishedAt").GetDateTimeOffset(), Is.GreaterThanOrEqualTo(job.GetProperty("createdAt").GetDateTimeOffset()));
            Assert.That(
                job.GetProperty("errors")[0].EnumerateObject().Select(p => p.Name), Is.EquivalentTo(new[] { "row", "column", "severity", "code", "message", "remedy" }));
        });
    }

    private async Task<JsonElement> ListingAsync(string reference) =>
        (await GetAsync($"{Calls.Listings}?limit=200")).Items.Single(i => i.GetProperty("externalRef").GetString() == reference);
}
