using System.Buffers;
using TechBroker.Api.Imports.Reading;

namespace TechBroker.Api.Imports.Writing;

/// <summary>Writes records that a spreadsheet shows and never runs.</summary>
internal static class CsvText
{
    // All delimiters that a reader may guess, not only the one in use.
    private static readonly SearchValues<char> Special = SearchValues.Create(",;|\"\t\r\n");

    /// <param name="writer">Where to.</param>
    /// <param name="cells">Of one record.</param>
    /// <param name="numbers">Which of them the program itself made as a number, whose minus is no formula.</param>
    public static void WriteRecord(TextWriter writer, IEnumerable<string> cells, IReadOnlyList<bool>? numbers = null)
    {
        var at = 0;
        foreach (var cell in cells)
        {
            if (at > 0)
            {
                writer.Write(',');
            }

            writer.Write(numbers?[at] == true ? cell : Quoted(Apostrophe.Protect(cell)));
            at++;
        }

        // CRLF as RFC 4180 has it, whatever the machine.
        writer.Write("\r\n");
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(Special) >= 0 || cell is [' ', ..] or [.., ' '] ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
