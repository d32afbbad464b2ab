using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Reading;
using TechBroker.Api.Imports.Writing;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.UnitTests.Imports;

/// <summary>No file that the program writes holds a cell that a spreadsheet runs, whatever somebody has put into the data; and what was so protected reads back as it was.</summary>
public sealed class FormulaTests
{
    private const string Dangerous = "=+-@＝＋－＠\t\r\n";

    private static readonly Gen<string> Cell = Gen.Elements("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'", "\"", ",", ";", "|", " ", "1", "a", "中", "cmd|' /C calc'!A0", "HYPERLINK(\"http://x\")")
        .ListOf().Select(string.Concat);

    [Test]
    public void Record_OfAnyCells_OpensAsTextAndReadsBack() =>
        Prop.ForAll(Arb.From(Cell.ListOf().Where(cells => cells.Count > 0)), cells =>
        {
            using var written = new StringWriter();
            CsvText.WriteRecord(written, cells);

            var opened = Opened(written.ToString());
            Assert.That(opened.Where(c => c.Length > 0 && Dangerous.Contains(c[0], StringComparison.Ordinal)), Is.Empty, written.ToString());
            Assert.That(opened.Select(Apostrophe.Undo), Is.EqualTo(cells));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Rejected_HostileRowsAndHeadings_OpenAsText()
    {
        using var output = new MemoryStream();
        Assert.That(Given.Open(Given.Utf8("标题,成熟度,=1+1,@x\n\"=HYPERLINK(\"\"http://x\"\")\",99,+1,\"\n=1\"\n")).Is(out var import, out _), Is.True);
        using (import)
        using (var rejected = RejectedFile.To(output, import!.Table, english: false))
        {
            foreach (var row in import.Rows())
            {
                rejected.Add(row);
            }
        }

        var cells = Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).SelectMany(Opened).ToList();
        Assert.That(cells, Has.Count.GreaterThan(8));
        Assert.That(cells.Where(c => c.Length > 0 && Dangerous.Contains(c[0], StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Template_EveryCell_IsText([Values] bool needs, [Values] bool english)
    {
        var kind = needs ? ImportKind.Needs : ImportKind.Listings;
        var csv = Encoding.UTF8.GetString(ImportTemplate.Csv(kind, english)).TrimStart('\uFEFF');

        Assert.That(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).SelectMany(Opened).Where(c => c.Length > 0 && Dangerous.Contains(c[0], StringComparison.Ordinal)), Is.Empty);
        HoldsTextOnly(ImportTemplate.Xlsx(kind, english, VocabularySet.Shipped([])));
    }

    [Test]
    public void Workbook_OfAnyCells_HoldsTextOnly() => Prop.ForAll(Arb.From(Cell.Where(c => c.Length > 0).ListOf().Where(cells => cells.Count > 0)), cells =>
    {
        using var stream = new MemoryStream();
        XlsxBook.Write(stream, new XlsxSheet("a", [.. cells], [[.. cells]]));
        HoldsTextOnly(stream.ToArray());
    }).QuickCheckThrowOnFailure();

    // Inline strings are never evaluated, whatever they begin with.
    private static void HoldsTextOnly(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var part = entry.Open();
            var cells = XDocument.Load(part).Descendants().Where(e => e.Name.LocalName == "c").ToList();
            Assert.That(cells, Is.Not.Empty);
            Assert.That(cells.Where(c => c.Attribute("t")?.Value != "inlineStr" || c.Elements().Any(e => e.Name.LocalName == "f")), Is.Empty);
        }

        Assert.That(archive.Entries.Select(e => e.FullName), Has.None.Contains("externalLink").And.None.Contains("vba"));
    }

    /// <summary>Cells as a spreadsheet takes them from a record (RFC 4180).</summary>
    private static List<string> Opened(string record)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < record.Length; i++)
        {
            if (record[i] == '"')
            {
                if (quoted && i + 1 < record.Length && record[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (!quoted && record[i] == ',')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (quoted || record[i] is not ('\r' or '\n'))
            {
                cell.Append(record[i]);
            }
        }

        return [.. cells, cell.ToString()];
    }
}
