using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using TechBroker.Domain;
using TechBroker.Domain.Evidence;

namespace TechBroker.Api.Evidence;

/// <summary>Tells Office documents and OFD from other ZIP files by their lists of parts; nothing else is unpacked, so that a bomb does not go off.</summary>
internal static class PackageInspection
{
    private const int EndLength = 22, LongestComment = ushort.MaxValue, MostEntries = 20_000, LongestDirectory = 8 * 1024 * 1024, LongestTypes = 1024 * 1024;

    private static readonly string[] Macros = ["vbaproject", "vbadata", "macrosheet", "macroenabled", "activex"];

    private static readonly string[] Programs =
        [".exe", ".dll", ".scr", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta", ".msi", ".jar", ".lnk"];

    public static Outcome<FoundFormat> Of(Stream file)
    {
        try
        {
            if (!IsDirectorySmall(file))
            {
                return FormatRefusals.Archive();
            }

            file.Position = 0;
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var names = archive.Entries.Select(e => e.FullName.ToLowerInvariant()).ToList();
            if (names.Exists(n => Array.Exists(Macros, m => n.Contains(m, StringComparison.Ordinal)) || Array.Exists(Programs, p => n.EndsWith(p, StringComparison.Ordinal))))
            {
                return FormatRefusals.Macros();
            }

            return archive.GetEntry("[Content_Types].xml") is { } types ? ByTypes(types)
                : archive.GetEntry("OFD.xml") is not null ? new FoundFormat(EvidenceFormat.Ofd)
                : FormatRefusals.Archive();
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException)
        {
            return FormatRefusals.Damaged();
        }
    }

    private static Outcome<FoundFormat> ByTypes(ZipArchiveEntry entry)
    {
        var types = new List<string>();
        using (var stream = entry.Open())
        using (var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestTypes }))
        {
            while (reader.Read())
            {
                if (reader.NodeType is XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type)
                {
                    types.Add(type.ToLowerInvariant());
                }
            }
        }

        return types.Exists(t => Array.Exists(Macros, m => t.Contains(m, StringComparison.Ordinal))) ? FormatRefusals.Macros()
            : types.Contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml") ? new FoundFormat(EvidenceFormat.Docx)
            : types.Contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml") ? new FoundFormat(EvidenceFormat.Xlsx)
            : FormatRefusals.Archive();
    }

    // The reader keeps every entry that stands between the directory's beginning and the end of the file, whatever number the archive states.
    private static bool IsDirectorySmall(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, EndLength + LongestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (tail.AsSpan(at).StartsWith((ReadOnlySpan<byte>)[(byte)'P', (byte)'K', 5, 6]))
            {
                var entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
                var begin = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
                return entries <= MostEntries && begin <= file.Length && file.Length - begin <= LongestDirectory;
            }
        }

        return false;
    }
}
