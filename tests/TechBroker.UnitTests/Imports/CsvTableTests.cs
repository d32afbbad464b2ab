using System.Text;
using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Imports.Reading;

namespace TechBroker.UnitTests.Imports;

public sealed class CsvTableTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [TestCase(false)]
    [TestCase(true)]
    public void Rows_Gb18030_AreDecoded(bool bom)
    {
        byte[] file = [.. bom ? [0x84, 0x31, 0x95, 0x33] : Array.Empty<byte>(), .. Gb18030.GetBytes("成果名称,摘要\r\n氢能𠮷电解槽,高效㐂制氢\r\n")];

        var row = Given.Rows(file).Single();

        Assert.That(row.Listing!.Title, Is.EqualTo("氢能𠮷电解槽"));
        Assert.That(row.Listing.Summary, Is.EqualTo("高效㐂制氢"));
        Assert.That(row.Number, Is.EqualTo(2));
    }

    [Test]
    public void Rows_EachUnicodeEncoding_AreDecoded()
    {
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];
        foreach (var encoding in encodings)
        {
            byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes("标题\t摘要\n量子\t芯片\n")];
            Assert.That(Given.Rows(file).Single().Listing!.Title, Is.EqualTo("量子"), encoding.WebName);
        }
    }

    [Test]
    public void Rows_OneWrongByteInUtf8_CostsOnlyItsRow()
    {
        var lines = string.Concat(Enumerable.Range(1, 40).Select(i => $"成果第{i}号\n"));
        byte[] file = [.. Given.Utf8("标题\n" + lines), .. Given.Utf8("坏"), 0xFF, (byte)'\n'];

        var rows = Given.Rows(file);

        Assert.That(rows.Count(r => r.Verdict == Verdict.Import), Is.EqualTo(40));
        Assert.That(rows[^1].Issues.Single(), Has.Property(nameof(ImportIssue.Code)).EqualTo("undecodable-character").And.Property(nameof(ImportIssue.Column)).EqualTo("标题"));
    }

    [TestCase(',')]
    [TestCase(';')]
    [TestCase('\t')]
    [TestCase('|')]
    public void Rows_EachDelimiter_IsFound(char delimiter)
    {
        var row = Given.Rows($"标题{delimiter}报价（万元）\n电堆{delimiter}12.5\n").Single();

        Assert.That(row.Listing!.AskingPrice!.MinorUnits, Is.EqualTo(12_500_000));
    }

    [Test]
    public void Rows_QuotesAndLineBreaks_CountAsOneRecord()
    {
        var rows = Given.Rows("标题,描述\r\n\"a \"\"b\"\", c\",\"one\r\ntwo,\r\nthree\"\r\n\r\nlast,x");

        Assert.That(rows.Select(r => r.Number), Is.EqualTo((int[])[2, 4]));
        Assert.That(rows[0].Listing!.Title, Is.EqualTo("a \"b\", c"));
        Assert.That(rows[0].Listing!.Description, Is.EqualTo("one\ntwo,\nthree"));
        Assert.That(rows[1].Listing!.Title, Is.EqualTo("last"));
    }

    [Test]
    public void Rows_QuoteInsideUnquotedCell_IsText()
    {
        Assert.That(Given.Rows("标题,摘要\n6\"晶圆,x\n").Single().Listing!.Title, Is.EqualTo("6\"晶圆"));
    }

    [Test]
    public void Rows_UnclosedQuote_CostsOneRowNotTheRest()
    {
        var rows = Given.Rows("标题,摘要\na,1\n\"b,2\nc,3\nd,4\n");

        Assert.That(rows.Select(r => (r.Number, r.Verdict)), Is.EqualTo(((int, Verdict)[])[(2, Verdict.Import), (3, Verdict.Reject), (4, Verdict.Import), (5, Verdict.Import)]));
        Assert.That(rows[1].Issues.Single().Code, Is.EqualTo("unclosed-quote"));
    }

    [Test]
    public void Rows_UnclosedQuoteBeforeLongFile_IsFoundWithinTheRecordLimit()
    {
        var text = new StringBuilder("标题,摘要\n\"open,1\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append("row,").Append(i).Append('\n');
        }

        var rows = Given.Rows(Given.Utf8(text.ToString()), limits: new ImportLimits { RecordLength = 10_000 });

        Assert.That(rows.Count, Is.EqualTo(20_001));
        Assert.That(rows.Count(r => r.Verdict == Verdict.Reject), Is.EqualTo(1));
        Assert.That(rows[^1].Number, Is.EqualTo(20_002));
    }

    [Test]
    public void Rows_TenMegabytesInOneLine_CostOnlyThatRow()
    {
        var rows = Given.Rows("标题,摘要\na," + new string('x', 10_000_000) + "\nb,2\n");

        Assert.That(rows.Select(r => r.Verdict), Is.EqualTo((Verdict[])[Verdict.Reject, Verdict.Import]));
        Assert.That(rows[0].Issues.Single().Code, Is.EqualTo("row-too-long"));
        Assert.That(rows[1].Number, Is.EqualTo(3));
    }

    [TestCase("a,1,2,3", "ragged-row")]
    [TestCase("a", "ragged-row")]
    [TestCase("\"a\"b,1,2", "text-after-quote")]
    [TestCase("a,\0,2", "control-character")]
    [TestCase("a,\u0007,2", "control-character")]
    [TestCase("a,#REF!,2", "error-value")]
    [TestCase(" ,1,2", "title-missing")]
    public void Rows_OneFault_IsTheOnlyIssue(string line, string code)
    {
        var row = Given.Rows($"标题,摘要,描述\n{line}\n").Single();

        Assert.That(row.Issues.Select(i => i.Code), Is.EqualTo((string[])[code]));
        Assert.That(row.Verdict, Is.EqualTo(Verdict.Reject));
    }

    [Test]
    public void Rows_ControlCharacter_NamesTheColumn()
    {
        var issue = Given.Rows("成果名称,项目简介\na,b\u0000c\n").Single().Issues.Single();

        Assert.That(issue.Column, Is.EqualTo("项目简介"));
        Assert.That(issue.Message.Zh, Does.Contain("项目简介").And.Contain("U+0000"));
        Assert.That(issue.Remedy.En, Is.Not.Empty);
    }

    [Test]
    public void Rows_ExtraEmptyCells_AreNoFault() =>
        Assert.That(Given.Rows("标题,摘要\na,1,,\n").Single().Verdict, Is.EqualTo(Verdict.Import));

    [Test]
    public void Rows_TitleLinesAboveHeader_AreSkippedAndCounted()
    {
        var row = Given.Rows("某大学科技成果汇总表,,\n填表日期,2026-05-01,\n序号,成果名称,摘要\n1,电堆,x\n").Single();

        Assert.That(row.Listing!.Title, Is.EqualTo("电堆"));
        Assert.That(row.Number, Is.EqualTo(4));
        Assert.That(row.ExternalId, Is.Null, "a running number is no identity");
    }

    [Test]
    public void Open_HundredThousandRows_StreamsInBoundedMemory()
    {
        using var file = new MemoryStream();
        using (var writer = new StreamWriter(file, leaveOpen: true))
        {
            writer.Write("标题,描述\n");
            for (var i = 0; i < 100_000; i++)
            {
                writer.Write($"成果{i},\"一段较长的描述，逗号和“引号”都有，{i}\"\n");
            }
        }

        Assert.That(TableFile.Open(file, "big.csv", ImportKind.Listings).Is(out var table, out _), Is.True);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        var rows = 0;
        foreach (var row in table!.Rows(default))
        {
            if (++rows % 20_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.That(rows, Is.EqualTo(100_000));
        Assert.That(table.CountRows(default), Is.EqualTo(rows));
        Assert.That(most, Is.LessThan(2 * 1024 * 1024), "bytes held while reading");
        table.Dispose();
    }
}
