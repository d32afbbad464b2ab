using System.IO.Compression;
using System.Xml;

namespace TechBroker.Api.Imports.Reading;

/// <summary>A visible sheet: its name, and the archive entry that holds it.</summary>
internal sealed record XlsxSheetPart(string Name, string Entry);

/// <summary>What a workbook says about its sheets, strings and number formats. External links, macros and drawings are never opened.</summary>
internal sealed class XlsxWorkbook
{
    private readonly ZipArchive archive;

    private XlsxWorkbook(ZipArchive archive) => this.archive = archive;

    public IReadOnlyList<XlsxSheetPart> Sheets { get; private set; } = [];

    public IReadOnlyList<string> Strings { get; private set; } = [];

    public XlsxFormats Formats { get; private set; } = XlsxFormats.None;

    /// <summary>Days count from 1904, as the first Excel for the Macintosh did.</summary>
    public bool From1904 { get; private set; }

    /// <summary>Null where the archive holds no workbook.</summary>
    /// <exception cref="XmlException">A part is damaged.</exception>
    public static XlsxWorkbook? Read(ZipArchive archive)
    {
        var main = Relations(archive, string.Empty).FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target ?? "xl/workbook.xml";
        if (Entry(archive, main) is null || !main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var relations = Relations(archive, main).ToList();
        var workbook = new XlsxWorkbook(archive);
        if (!workbook.ReadSheets(main, relations.Where(r => r.Type.EndsWith("/worksheet", StringComparison.Ordinal)).ToLookup(r => r.Id, r => r.Target)))
        {
            return null;
        }

        workbook.Strings = workbook.ReadStrings(Part("/sharedStrings"));
        workbook.Formats = Part("/styles") is { } styles && workbook.OpenEntry(styles) is { } stream ? XlsxFormats.Read(stream) : XlsxFormats.None;
        return workbook;

        string? Part(string type) => relations.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal)).Target;
    }

    public Stream? OpenEntry(string name) => Entry(archive, name)?.Open();

    private bool ReadSheets(string main, ILookup<string, string> targets)
    {
        var sheets = new List<XlsxSheetPart>();
        using var xml = XlsxXml.Open(OpenEntry(main)!);
        xml.MoveToContent();
        if (xml.LocalName != "workbook")
        {
            return false;
        }

        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "workbookPr")
            {
                From1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheet" && (xml.GetAttribute("state") is null or "visible"))
            {
                sheets.AddRange(targets[RelationId(xml)].Select(t => new XlsxSheetPart(xml.GetAttribute("name") ?? string.Empty, t)));
            }
        }

        Sheets = sheets;
        return true;
    }

    /// <summary>The attribute r:id, in whichever of its two namespaces.</summary>
    private static string RelationId(XmlReader xml)
    {
        var id = string.Empty;
        while (xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.Length > 0 ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }

    private List<string> ReadStrings(string? part)
    {
        var strings = new List<string>();
        if (part is null || OpenEntry(part) is not { } stream)
        {
            return strings;
        }

        using var xml = XlsxXml.Open(stream);
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                strings.Add(XlsxXml.Text(xml));
            }
            else
            {
                xml.Read();
            }
        }

        return strings;
    }

    private static IEnumerable<(string Id, string Type, string Target)> Relations(ZipArchive archive, string of)
    {
        var slash = of.LastIndexOf('/') + 1;
        if (Entry(archive, $"{of[..slash]}_rels/{of[slash..]}.rels") is not { } entry)
        {
            yield break;
        }

        using var xml = XlsxXml.Open(entry.Open());
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External")
            {
                var target = xml.GetAttribute("Target") ?? string.Empty;
                yield return (
                    xml.GetAttribute("Id") ?? string.Empty,
                    xml.GetAttribute("Type") ?? string.Empty,
                    target.StartsWith('/') ? target[1..] : of[..slash] + target);
            }
        }
    }

    private static ZipArchiveEntry? Entry(ZipArchive archive, string name) =>
        archive.GetEntry(name) ?? archive.Entries.FirstOrDefault(e => string.Equals(e.FullName.Replace('\\', '/'), name, StringComparison.OrdinalIgnoreCase));
}
