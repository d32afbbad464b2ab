using System.IO.Compression;
using System.Text;
using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Imports.Writing;

namespace TechBroker.UnitTests.Imports;

public sealed class ImportTemplateTests
{
    [Test]
    public void Template_Unchanged_IsReadWithoutComplaintAndNotImported([Values] bool listings, [Values] bool english, [Values] bool xlsx)
    {
        var kind = listings ? ImportKind.Listings : ImportKind.Needs;
        var file = xlsx ? ImportTemplate.Xlsx(kind, english, Given.Vocabularies) : ImportTemplate.Csv(kind, english);

        Assert.That(Given.Open(file, kind).Is(out var import, out _), Is.True);
        using (import)
        {
            var row = import!.Rows().Single();

            Assert.That(import.Table.Notes, Is.Empty);
            Assert.That(import.Table.Columns.Select(c => c.Field), Is.EqualTo(TemplateColumns.For(kind).Select(c => (Field?)c.Field)));
            Assert.That(row.Issues.Select(i => i.Code), Is.EqualTo((string[])["example-row"]));
            Assert.That(row.Verdict, Is.EqualTo(Verdict.Skip));
            Assert.That((row.Listing?.Trl, row.Need?.MinTrl), Is.EqualTo(listings ? ((int?)7, (int?)null) : (null, 5)));
            Assert.That((row.Listing?.AskingPrice ?? row.Need!.Budget)!.MinorUnits, Is.EqualTo(listings ? 120_000_000 : 300_000_000));
            Assert.That((row.Listing?.CooperationModes ?? row.Need!.CooperationModes)!.Single(), Is.EqualTo("licence"));
        }
    }

    [Test]
    public void Xlsx_Template_IsAValidWorkbookWithListsAndFrozenHeader([Values] bool english)
    {
        var file = ImportTemplate.Xlsx(ImportKind.Needs, english, Given.Vocabularies);

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"), Is.Empty);

        using var zip = new ZipArchive(new MemoryStream(file));
        var sheets = zip.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)).Select(Read).ToList();
        Assert.That(sheets, Has.Count.EqualTo(2));
        Assert.That(sheets, Has.Some.Contain(english ? "\"open,blind,private\"" : "\"公开,匿名,保密\"").And.Contain("frozen").And.Contain("1,2,3,4,5,6,7,8,9"));
        Assert.That(sheets, Has.Some.Contain(english ? "Technology as shares" : "作价入股"));
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
