using System.Text;
using System.Xml;

namespace TechBroker.Api.Imports.Reading;

/// <summary>
/// Forward-only reading of a workbook's parts. Elements go by local name, so that files of the strict variant, whose namespaces differ,
/// are read alike.
/// </summary>
internal static class XlsxXml
{
    public static XmlReader Open(Stream part) => XmlReader.Create(part, new XmlReaderSettings
    {
        // No entity can be declared, so none can expand or reach out of the file.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>
    /// The text of a string item on which the reader stands, without the phonetic readings. The reader stands behind it afterwards.
    /// </summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return string.Empty;
        }

        var depth = xml.Depth;
        string? only = null;
        StringBuilder? runs = null;
        xml.Read();
        while (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                var text = xml.ReadElementContentAsString();
                if (only is null)
                {
                    only = text;
                }
                else
                {
                    (runs ??= new StringBuilder(only)).Append(text);
                }
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
            }
            else
            {
                xml.Read();
            }
        }

        xml.Read();
        return Unescape(runs?.ToString() ?? only ?? string.Empty);
    }

    /// <summary><c>_x000D_</c> stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var copied = 0;
        while (at >= 0)
        {
            if (at + 6 < text.Length && text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
            {
                result.Append(text, copied, at - copied).Append((char)code);
                copied = at + 7;
                at = text.IndexOf("_x", copied, StringComparison.Ordinal);
            }
            else
            {
                at = text.IndexOf("_x", at + 2, StringComparison.Ordinal);
            }
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }
}
