using System.Text;
using TechBroker.Api.Imports;

namespace TechBroker.UnitTests.Imports;

public sealed class FileRefusalTests
{
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly byte[] Good = Given.Workbook($"<row r=\"1\">{Given.Cell("A1", "标题")}</row><row r=\"2\">{Given.Cell("A2", "电堆")}</row>");

    [TestCase("", "file-empty")]
    [TestCase("标题,摘要\n", "file-empty")]
    [TestCase("标题,摘要\n,\n\n", "file-empty")]
    [TestCase("\n\n", "file-empty")]
    [TestCase("姓名,电话\n张三,1\n", "no-title-column")]
    [TestCase("标题,成果名称\na,b\n", "same-column-twice")]
    [TestCase("标题,标题\na,b\n", "same-column-twice")]
    [TestCase("%PDF-1.7 …", "not-a-table")]
    [TestCase("<html><table><tr><td>标题</td></tr></table>", "not-a-table")]
    [TestCase("<?xml version=\"1.0\"?><Workbook/>", "not-a-table")]
    [TestCase("[{\"title\":\"a\"}]", "json-array")]
    [TestCase("\0\u0001\u0002binary\0", "not-a-table")]
    public void Open_Text_IsRefusedWith(string text, string code) => Assert.That(Given.Failure(Given.Utf8(text)), Is.EqualTo(code));

    [Test]
    public void Open_NeedsFileAsListings_SaysSo()
    {
        Given.Open(Given.Utf8("需求名称,需求内容\na,b\n")).Is(out _, out var refused);

        Assert.That(refused!.Code, Is.EqualTo("no-title-column"));
        Assert.That(refused.Message.Zh, Does.Contain("需求表"));
    }

    [Test]
    public void Open_SameColumnTwice_NamesBoth()
    {
        Given.Open(Given.Utf8("成果名称,项目名称\na,b\n")).Is(out _, out var refused);

        Assert.That(refused!.Message.Zh, Does.Contain("成果名称").And.Contain("项目名称"));
    }

    [Test]
    public void Open_ManyColumns_IsRefused()
    {
        var heading = "标题," + string.Join(',', Enumerable.Range(0, 300).Select(i => $"c{i}"));
        Assert.That(Given.Failure(Given.Utf8($"{heading}\n{heading}\n")), Is.EqualTo("too-many-columns"));
    }

    [Test]
    public void Open_OldExcel_IsToldFromEncrypted()
    {
        byte[] old = [.. OldOffice, .. new byte[70_000]];
        byte[] encrypted = [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]];

        Assert.That(Given.Failure(old), Is.EqualTo("old-excel"));
        Assert.That(Given.Failure(encrypted, name: "成果.xlsx"), Is.EqualTo("encrypted-workbook"));
    }

    [Test]
    public void Open_ZipWithoutWorkbook_IsNoTable() =>
        Assert.That(Given.Failure(Given.Zip(("word/document.xml", Given.Utf8("<d/>")))), Is.EqualTo("not-a-table"));

    [Test]
    public void Open_WorkbookCutOffAnywhere_IsDamagedAndNeverThrows()
    {
        for (var length = 4; length < Good.Length; length += 7)
        {
            Assert.That(Given.Failure(Good[..length]), Is.EqualTo("file-damaged"), $"{length} bytes");
        }
    }

    [Test]
    public void Open_WorkbookWithFlippedBytes_NeverThrows()
    {
        var accepted = 0;
        for (var at = 0; at < Good.Length; at++)
        {
            var bytes = (byte[])Good.Clone();
            bytes[at] ^= 0x55;
            if (Given.Open(bytes).Is(out var import, out var refused))
            {
                using (import)
                {
                    Assert.That(import.Rows().Select(r => r.Number), Is.Ordered);
                    accepted++;
                }
            }
            else
            {
                Assert.That(refused.Code, Is.Not.Empty);
            }
        }

        Assert.That(accepted, Is.LessThan(Good.Length / 2), "most damage is noticed");
    }

    [Test]
    public void Open_ZipBomb_IsRefusedBeforeItIsParsed()
    {
        var zeros = Given.Zip(("xl/workbook.xml", new byte[1]), ("xl/worksheets/sheet1.xml", new byte[64 * 1024 * 1024]));
        var nested = Given.Zip(("[Content_Types].xml", Given.Utf8("<a/>")), ("bomb.zip", Given.Zip(("zeros", new byte[64 * 1024 * 1024]))), ("xl/big.xml", new byte[16 * 1024 * 1024]));

        Assert.That(zeros.Length, Is.LessThan(100_000), "it is a bomb");
        Assert.That(Given.Failure(zeros), Is.EqualTo("zip-bomb"));
        Assert.That(Given.Failure(nested), Is.EqualTo("zip-bomb"));
    }

    [Test]
    public void Open_BombWithForgedSize_IsRefused()
    {
        var bomb = Given.Zip(("xl/worksheets/sheet1.xml", new byte[16 * 1024 * 1024]));

        // The inflated size, in the central directory and wherever else it stands, becomes 10.
        var size = BitConverter.GetBytes(16 * 1024 * 1024);
        for (var at = 0; at + 4 <= bomb.Length; at++)
        {
            if (bomb.AsSpan(at, 4).SequenceEqual(size))
            {
                BitConverter.GetBytes(10).CopyTo(bomb, at);
            }
        }

        Assert.That(Given.Failure(bomb), Is.AnyOf("zip-bomb", "file-damaged"));
    }

    [Test]
    public void Open_ManyEntriesOrMuchInAll_IsRefused()
    {
        var random = new Random(1);
        var noise = new byte[300_000];
        random.NextBytes(noise);

        Assert.That(Given.Failure(Given.Zip([.. Enumerable.Range(0, 30).Select(i => ($"e{i}", new byte[1]))]), limits: new ImportLimits { ZipEntries = 20 }), Is.EqualTo("zip-bomb"));
        Assert.That(Given.Failure(Given.Zip([.. Enumerable.Range(0, 5).Select(i => ($"e{i}", noise))]), limits: new ImportLimits { InflatedBytes = 1_000_000 }), Is.EqualTo("zip-bomb"));
    }

    [Test]
    public void Open_EntitiesInSheet_AreProhibited()
    {
        const string Dtd = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        var sheet = Dtd + Given.Sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>标题</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&b;</t></is></c></row>");

        Assert.That(Given.Failure(Given.Workbook(string.Empty, ("xl/worksheets/sheet1.xml", sheet))), Is.EqualTo("file-damaged"));
    }

    [Test]
    public void Open_Refused_ClosesTheStream()
    {
        var stream = new MemoryStream(Given.Utf8("no table at all"));

        ImportFile.Open(stream, "a.csv", ImportKind.Listings, Given.Vocabularies);

        Assert.That(stream.CanRead, Is.False);
    }
}
