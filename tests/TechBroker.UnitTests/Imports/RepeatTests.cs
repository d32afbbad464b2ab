using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Mapping;

namespace TechBroker.UnitTests.Imports;

/// <summary>What is the same thing, within a file and over repeated imports.</summary>
public sealed class RepeatTests
{
    [Test]
    public void Rows_SameRowTwice_IsImportedOnceWithWarning()
    {
        var rows = Given.Rows("标题,摘要\na,1\nb,2\n a ,1\n");

        Assert.That(rows.Select(r => r.Verdict), Is.EqualTo((Verdict[])[Verdict.Import, Verdict.Import, Verdict.Skip]));
        Assert.That(rows[2].Issues.Single().Code, Is.EqualTo("duplicate-row"));
        Assert.That(rows[2].Issues.Single().Message.Zh, Does.Contain("第 2 行"));
    }

    [Test]
    public void Rows_SameIdOtherContent_RefusesTheLater()
    {
        var rows = Given.Rows("编号,标题\n1,a\n1,b\n1,a\n");

        Assert.That(rows.Select(r => r.Verdict), Is.EqualTo((Verdict[])[Verdict.Import, Verdict.Reject, Verdict.Skip]));
        Assert.That(rows[1].Issues.Single(), Has.Property(nameof(ImportIssue.Code)).EqualTo("id-used-twice").And.Property(nameof(ImportIssue.Column)).EqualTo("编号"));
    }

    [Test]
    public void Rows_RejectedRow_DoesNotStandInForItsMendedCopy()
    {
        var rows = Given.Rows("编号,标题,成熟度\n1,a,12\n1,a,7\n");

        Assert.That(rows.Select(r => r.Verdict), Is.EqualTo((Verdict[])[Verdict.Reject, Verdict.Import]));
    }

    [Test]
    public void Key_SameContentInEveryFormat_IsTheSame()
    {
        var csv = Given.Rows("标题,描述,关键词,报价\n电堆,\"a\r\nb\",x；y,120万\n").Single();
        var jsonl = Given.Rows("""{"title":"电堆","description":"a\nb","keywords":["x","y"],"askingPrice":{"currency":"CNY","minorUnits":120000000}}""").Single();

        Assert.That(jsonl.Key, Is.EqualTo(csv.Key));
        Assert.That(csv.Key.Value, Does.StartWith("sha256:"));
    }

    [Test]
    public void Key_EachFieldChanged_Differs()
    {
        string[] lines =
        [
            """{"title":"a"}""", """{"title":"b"}""", """{"title":"a","summary":"x"}""", """{"title":"a","description":"x"}""", """{"title":"a","keywords":["x"]}""",
            """{"title":"a","keywords":["x","y"]}""", """{"title":"a","keywords":["x y"]}""", """{"title":"a","fields":["x"]}""", """{"title":"a","trl":1}""", """{"title":"a","ip":[{"type":"x"}]}""",
            """{"title":"a","ip":[{"number":"x"}]}""", """{"title":"a","cooperationModes":["transfer"]}""", """{"title":"a","regionCode":"110000"}""", """{"title":"a","askingPrice":{"currency":"CNY","minorUnits":1}}""",
            """{"title":"a","askingPrice":{"currency":"USD","minorUnits":1}}""", """{"title":"a","language":"en"}""",
        ];

        Assert.That(Given.Rows(string.Join('\n', lines)).Select(r => r.Key.Value), Is.Unique);
    }

    [Test]
    public void Key_WithId_IsTheIdAndKeepsTheContentApart()
    {
        var rows = Given.Rows("""
            {"id":"HIT-7","title":"a"}
            {"title":"a"}
            """);

        Assert.That(rows[0].Key.Value, Is.EqualTo("id:HIT-7"));
        Assert.That(rows[0].Key.Content, Is.EqualTo(rows[1].Key.Content));
    }

    [Test]
    public void Rows_IdTooLong_IsRefused() =>
        Assert.That(Given.Rows($"编号,标题\n{new string('1', 65)},a\n").Single().Issues.Single().Code, Is.EqualTo("id-too-long"));
}
