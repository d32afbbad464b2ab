using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TechBroker.IntegrationTests.Imports.Support;

/// <summary>Workbooks by hand, without the library that the program reads and writes them with.</summary>
internal static partial class Workbook
{
    /// <summary>What a person does with a template: rows typed in below the example, cells in the order of the headings.</summary>
    public static byte[] FillIn(byte[] template, string[] first, string[]? second = null)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)).MinBy(e => e.FullName, StringComparer.Ordinal)!;
            var xml = Read(entry);
            var name = entry.FullName;
            entry.Delete();
            var filled = xml.Replace("</x:sheetData>", Row(first, 3) + (second is null ? "" : Row(second, 4)) + "</x:sheetData>", StringComparison.Ordinal);
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(filled);
        }

        return stream.ToArray();

        static string Row(string[] cells, int number) =>
            $"<x:row r=\"{number}\">{string.Concat(cells.Select((c, i) => $"<x:c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><x:is><x:t>{c}</x:t></x:is></x:c>"))}</x:row>";
    }

    /// <summary>All texts of all parts, as they stand in the XML.</summary>
    public static List<string> Texts(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return [.. zip.Entries.SelectMany(e => Text().Matches(Read(e)).Select(m => m.Groups[1].Value))];
    }

    public static byte[] Zip(string name, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<x:t[^>]*>([^<]*)</x:t>")]
    private static partial Regex Text();
}
