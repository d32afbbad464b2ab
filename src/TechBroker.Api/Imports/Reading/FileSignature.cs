using System.Text;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Reading;

/// <summary>Tells what a file is from its first bytes: names lie, and many systems call an HTML page .xls.</summary>
internal static class FileSignature
{
    // The name of the stream in which Office keeps an encrypted workbook, as a compound file's directory spells it.
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    internal enum Content
    {
        Workbook,
        JsonLines,
        Delimited,
    }

    public static Outcome<Content> Of(Stream file, string fileName)
    {
        file.Position = 0;
        var buffer = new byte[4096];
        var head = buffer.AsSpan(0, file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        file.Position = 0;
        if (head.IsEmpty)
        {
            return FileFailures.Empty();
        }

        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return Content.Workbook;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return Contains(file, EncryptedPackage) ? FileFailures.Encrypted() : FileFailures.OldExcel();
        }

        return head switch
        {
            _ when head.StartsWith("%PDF"u8) => FileFailures.NotATable("PDF 文件", "a PDF"),
            _ when head.StartsWith("\x89PNG"u8[1..]) || head[1..].StartsWith("PNG\r\n"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => FileFailures.NotATable("图片", "a picture"),
            _ when head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || head.StartsWith("Rar!"u8) || head.StartsWith("7z\xBC"u8[..2]) && head.Length > 2 && head[2] == 0xBC => FileFailures.NotATable("压缩包", "an archive"),
            _ => OfText(head, fileName),
        };
    }

    private static Outcome<Content> OfText(ReadOnlySpan<byte> head, string fileName)
    {
        // Enough of any encoding to see its first ASCII characters: BOMs and the zero bytes of UTF-16 fall away.
        var start = new string([.. head[..Math.Min(head.Length, 512)].ToArray().Where(b => b is > 0 and < 0x80).Select(b => (char)b)]).TrimStart();
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return FileFailures.NotATable("网页或 XML 文件", "a web page or XML file");
        }

        var json = start.StartsWith('{') && start[1..].TrimStart() is ['"' or '}', ..];
        var named = Path.GetExtension(fileName).ToUpperInvariant() is ".JSONL" or ".NDJSON" or ".JSON";
        if (start.StartsWith('[') && (named || start[1..].TrimStart() is ['{', ..]))
        {
            return FileFailures.JsonArray();
        }

        return json || named ? Content.JsonLines : Content.Delimited;
    }

    private static bool Contains(Stream file, ReadOnlySpan<byte> wanted)
    {
        var buffer = new byte[64 * 1024];
        var kept = 0;
        int read;
        file.Position = 0;
        while ((read = file.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf(wanted) >= 0)
            {
                return true;
            }

            kept = Math.Min(wanted.Length - 1, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
