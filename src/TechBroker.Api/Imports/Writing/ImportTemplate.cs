using System.Text;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports.Writing;

/// <summary>The empty table to download: headings, one example row and, in a workbook, notes and lists of allowed values.</summary>
internal static class ImportTemplate
{
    public static byte[] Csv(ImportKind kind, bool english)
    {
        var columns = TemplateColumns.For(kind);
        using var stream = new MemoryStream();

        // With a BOM, or Excel takes the Chinese for the machine's code page.
        using (var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true))
        {
            CsvText.WriteRecord(writer, columns.Select(c => c.Heading.In(english)));
            CsvText.WriteRecord(writer, columns.Select(c => c.Example.In(english)));
        }

        return stream.ToArray();
    }

    public static byte[] Xlsx(ImportKind kind, bool english, VocabularySet vocabularies)
    {
        var columns = TemplateColumns.For(kind);
        var name = (kind, english) switch
        {
            (ImportKind.Listings, true) => "Listings",
            (ImportKind.Listings, false) => "成果",
            (_, true) => "Needs",
            _ => "需求",
        };
        var data = new XlsxSheet(name, [.. columns.Select(c => c.Heading.In(english))], [[.. columns.Select(c => c.Example.In(english))]])
        {
            Widths = [.. columns.Select(c => c.Width)],
            Lists = [.. columns.Select((c, i) => new XlsxList(i, [.. c.Allowed(vocabularies).Select(a => a.In(english))], c.Choices.Count > 0)).Where(l => l.Values.Count > 0)],
        };
        using var stream = new MemoryStream();
        XlsxBook.Write(stream, data, Notes(columns, english, vocabularies));
        return stream.ToArray();
    }

    private static XlsxSheet Notes(IReadOnlyList<TemplateColumn> columns, bool english, VocabularySet vocabularies)
    {
        string[] headings = english ? ["Column", "How to fill it in", "Values"] : ["列", "填写说明", "可填的值"];
        return new XlsxSheet(english ? "Notes" : "填写说明", headings, [.. columns.Select(Row)]) { Widths = [24, 60, 80] };

        IReadOnlyList<string> Row(TemplateColumn column) =>
        [
            column.Heading.In(english),
            column.Note.In(english),
            string.Join(english ? ", " : "、", column.Allowed(vocabularies).Select(a => a.In(english))),
        ];
    }
}
