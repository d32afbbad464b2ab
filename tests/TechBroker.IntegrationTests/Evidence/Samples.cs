using System.IO.Compression;
using System.Text;

namespace TechBroker.IntegrationTests.Evidence;

/// <summary>Small files of all kinds.</summary>
internal static class Samples
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    // Never in one piece in a file: scanners on the developer's own machine would take the source for it.
    public static readonly string Eicar = string.Concat(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    public static byte[] Pdf(string text = "合同") => Encoding.UTF8.GetBytes($"%PDF-1.7\n% {text} {Guid.NewGuid()}\n%%EOF\n");

    public static byte[] Named(string kind) => kind switch
    {
        "pdf" => Pdf(),
        "png" => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13],
        "jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16],
        "docx" => Package(("[Content_Types].xml", Types(Word)), ("word/document.xml", "<w/>")),
        "xlsx" => Package(("[Content_Types].xml", Types(Excel)), ("xl/workbook.xml", "<w/>")),
        "ofd" => Package(("OFD.xml", "<ofd/>"), ("Doc_0/Document.xml", "<d/>")),
        "csv" => Encoding.UTF8.GetBytes("\uFEFF日期,金额\r\n2026-01-02,100\r\n"),
        "exe" => [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0],
        "zip" => Package(("a.txt", "a")),
        "doc" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
        "docm" => Package(("[Content_Types].xml", Types("application/vnd.ms-word.document.macroEnabled.main+xml")), ("word/document.xml", "<w/>")),
        "docm as docx" => Package(("[Content_Types].xml", Types(Word)), ("word/vbaProject.bin", "x")),
        "docm with escapes" => Package(("[Content_Types].xml", Types("application/vnd.ms-word.document.&#x6D;acroEnabled.main+xml")), ("word/document.xml", "<w/>")),
        "docx with exe" => Package(("[Content_Types].xml", Types(Word)), ("word/embeddings/setup.EXE", "x")),
        "docx with dtd" => Package(("[Content_Types].xml", "<!DOCTYPE Types [<!ENTITY a \"b\">]>" + Types(Word)), ("word/document.xml", "<w/>")),
        "html" => "  <!DOCTYPE html><script>alert(1)</script>"u8.ToArray(),
        "html later" => "see below\n<ScRiPt>alert(1)</script>"u8.ToArray(),
        "svg" => "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(),
        "script" => "#!/bin/sh\nrm -rf /\n"u8.ToArray(),
        "rtf" => "{\\rtf1 x}"u8.ToArray(),
        "gbk" => [0xBA, 0xCF, 0xCD, 0xAC, (byte)'\n'],
        "cut utf8" => [(byte)'a', 0xE5, 0x90],
        "binary" => [1, 2, 3, 4, 5],
        "cut zip" => Package(("[Content_Types].xml", Types(Word)))[..40],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Types(string main) =>
        $"<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/a.xml\" ContentType=\"{main}\"/></Types>";

    private static byte[] Package(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
