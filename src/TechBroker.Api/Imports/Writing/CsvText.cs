using System.Buffers;
using TechBroker.Api.Imports.Reading;

namespace TechBroker.Api.Imports.Writing;

/// <summary>Writes records that a spreadsheet shows and never runs.</summary>
internal static class CsvText
{
    // All delimiters that a reader may guess, not only the one in use.
    private static readonly SearchValues<char> Special = SearchValues.Create(",;|\"\t\r\n");

    public static void WriteRecord(TextWriter writer, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                writer.Write(',');
            }

            first = false;
            writer.Write(Quoted(Apostrophe.Protect(cell)));
        }

        // CRLF as RFC 4180 has it, whatever the machine.
        writer.Write("\r\n");
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(Special) >= 0 || cell is [' ', ..] or [.., ' '] ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
