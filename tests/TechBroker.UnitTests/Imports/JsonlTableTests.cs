using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Mapping;

namespace TechBroker.UnitTests.Imports;

public sealed class JsonlTableTests
{
    [Test]
    public void Rows_WholeListing_BecomesTheHttpBody()
    {
        var row = Given.Rows("\uFEFF{\"id\":17,\"title\":\"电堆\",\"keywords\":[\"a、b\",\"c\"],\"fields\":[\"氢能\"],\"trl\":7,\"ip\":[{\"type\":\"patent\",\"number\":\"ZL1\",\"status\":null}],\"cooperationModes\":[\"transfer\",\"许可\"],\"regionCode\":\"110108\",\"askingPrice\":{\"currency\":\"CNY\",\"minorUnits\":5},\"language\":\"zh\",\"summary\":null,\"publish\":true}").Single();

        Assert.That(row.Issues, Is.Empty);
        Assert.That(row.ExternalId, Is.EqualTo("17"));
        Assert.That(row.Listing!.Keywords, Is.EqualTo((string[])["a、b", "c"]));
        Assert.That(row.Listing.CooperationModes, Is.EqualTo((string[])["transfer", "licence"]));
        Assert.That((row.Listing.Trl, row.Listing.RegionCode, row.Listing.AskingPrice!.MinorUnits, row.Listing.Publish), Is.EqualTo(((int?)7, "110108", (long?)5, (bool?)true)));
        Assert.That(row.Listing.Ip!.Single(), Is.EqualTo(new Contracts.Http.IpBody { Type = "patent", Number = "ZL1" }));
    }

    [Test]
    public void Rows_BlankLines_AreSkippedAndCounted() =>
        Assert.That(Given.Rows("{\"title\":\"a\"}\r\n\r\n  \n{\"title\":\"b\"}").Select(r => r.Number), Is.EqualTo((int[])[1, 4]));

    [TestCase("""{"title":"a","titel":"b"}""", "unknown-property", "titel")]
    [TestCase("""{"title":"a","ask":1}""", "unknown-property", "ask")]
    [TestCase("""{"title":"a","title":"b"}""", "duplicate-property", "title")]
    [TestCase("""{"title":5}""", "json-wrong-type", "title")]
    [TestCase("""{"title":"a","trl":"7"}""", "json-wrong-type", "trl")]
    [TestCase("""{"title":"a","trl":10}""", "trl-invalid", "trl")]
    [TestCase("""{"title":"a","trl":7.5}""", "trl-invalid", "trl")]
    [TestCase("""{"title":"a","keywords":"x"}""", "json-wrong-type", "keywords")]
    [TestCase("""{"title":"a","keywords":["x",1]}""", "json-wrong-type", "keywords")]
    [TestCase("""{"title":"a","askingPrice":12}""", "json-wrong-type", "askingPrice")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY","minorUnits":1.5}}""", "json-wrong-type", "askingPrice")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY","minorUnits":-1}}""", "json-wrong-type", "askingPrice")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY","minorUnits":99999999999999999999}}""", "json-wrong-type", "askingPrice")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY"}}""", "json-wrong-type", "askingPrice")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY","currency":"USD","minorUnits":1}}""", "duplicate-property", "askingPrice")]
    [TestCase("""{"title":"a","ip":[{"kind":"patent"}]}""", "json-wrong-type", "ip")]
    [TestCase("""{"title":"a","ip":["patent"]}""", "json-wrong-type", "ip")]
    [TestCase("""{"title":"a\ud800b"}""", "broken-character", "title")]
    [TestCase("""{"title":"a","keywords":["\udc00"]}""", "broken-character", "keywords")]
    [TestCase("""{"title":"a\u0000b"}""", "control-character", "title")]
    [TestCase("""{"title":"a","id":{}}""", "json-wrong-type", "id")]
    [TestCase("""{"title":"a","publish":"yes"}""", "json-wrong-type", "publish")]
    [TestCase("""{"title":"a","regionCode":"火星"}""", "region-unknown", "regionCode")]
    [TestCase("""{"title":""}""", "title-missing", "title")]
    [TestCase("""{}""", "title-missing", "title")]
    [TestCase("""{"\ud800":1,"title":"a"}""", "broken-character", null)]
    [TestCase("""["title"]""", "json-not-an-object", null)]
    [TestCase("""{"title":"a",}""", "json-invalid", null)]
    [TestCase("""title""", "json-invalid", null)]
    public void Rows_OneFault_IsTheOnlyIssue(string line, string code, string? column)
    {
        var rows = Given.Rows(Given.Utf8("{\"title\":\"first\"}\n" + line + "\n{\"title\":\"last\"}\n"));

        Assert.That(rows.Count, Is.EqualTo(3));
        Assert.That(rows[1].Issues.Select(i => (i.Code, i.Column, i.Row)), Is.EqualTo(((string, string?, int)[])[(code, column, 2)]));
        Assert.That(rows[2].Verdict, Is.EqualTo(Verdict.Import));
    }

    [Test]
    public void Rows_WholePairInEscapes_IsFine() =>
        Assert.That(Given.Rows("""{"title":"\ud842\udfb7 \\ud800"}""").Single().Listing!.Title, Is.EqualTo("𠮷 \\ud800"));

    [TestCase("titel", "title")]
    [TestCase("关键词", "keywords")]
    [TestCase("price", "askingPrice")]
    [TestCase("cooperationmode", "cooperationModes")]
    public void Rows_UnknownProperty_SuggestsTheNearest(string name, string meant) =>
        Assert.That(Given.Rows($"{{\"title\":\"a\",\"{name}\":1}}").Single().Issues[0].Remedy.En, Does.Contain($"\"{meant}\""));

    [Test]
    public void Rows_LastLineCutOff_IsRefusedAlone()
    {
        var rows = Given.Rows("{\"title\":\"a\"}\n{\"title\":\"b");

        Assert.That(rows.Select(r => r.Verdict), Is.EqualTo((Verdict[])[Verdict.Import, Verdict.Reject]));
        Assert.That(rows[1].Issues.Single().Message.En, Does.Contain("cut off"));
    }

    [Test]
    public void Rows_LineOverOneMegabyte_IsRefusedAlone()
    {
        var rows = Given.Rows("{\"title\":\"a\"}\n{\"title\":\"b\",\"description\":\"" + new string('x', 10_000_000) + "\"}\n{\"title\":\"c\"}\n");

        Assert.That(rows.Select(r => (r.Number, r.Verdict)), Is.EqualTo(((int, Verdict)[])[(1, Verdict.Import), (2, Verdict.Reject), (3, Verdict.Import)]));
        Assert.That(rows[1].Issues.Single().Code, Is.EqualTo("row-too-long"));
    }

    [Test]
    public void Rows_WrongBytes_CostOneRow()
    {
        var good = string.Concat(Enumerable.Range(0, 30).Select(i => $"{{\"title\":\"成果{i}\"}}\n"));
        var rows = Given.Rows([.. Given.Utf8(good + "{\"title\":\""), 0xFF, .. Given.Utf8("\"}\n")]);

        Assert.That(rows.Count(r => r.Verdict == Verdict.Import), Is.EqualTo(30));
        Assert.That(rows[^1].Issues.Single().Code, Is.EqualTo("not-utf-8"));
    }

    [Test]
    public void Rows_Need_UsesItsOwnNames()
    {
        var row = Given.Rows("""{"title":"a","minTrl":5,"budget":{"currency":"USD","minorUnits":1},"deadline":"2027-03-31","visibility":"blind","blindSummary":"s"}""", ImportKind.Needs).Single();

        Assert.That(row.Issues, Is.Empty);
        Assert.That((row.Need!.MinTrl, row.Need.Deadline, row.Need.Visibility), Is.EqualTo(((int?)5, (DateOnly?)new DateOnly(2027, 3, 31), "blind")));
    }
}
