using System.Globalization;
using TechBroker.Matching;

namespace TechBroker.Verbs;

/// <summary>Judged pairs: tab-separated <c>needId listingId level [fold]</c> with a header.</summary>
internal static class JudgementFile
{
    /// <exception cref="FailedException">The file cannot be read; the message names the line.</exception>
    public static List<JudgedPair> Read(FileInfo file, MarketFile needs, MarketFile listings)
    {
        try
        {
            var lines = File.ReadLines(file.FullName).Select((line, i) => (line, number: i + 1)).Where(l => !string.IsNullOrWhiteSpace(l.line)).ToList();
            if (lines.Count > 0 && Parse(lines[0].line.Split('\t'), needs, listings) is not null)
            {
                throw new FailedException($"{file.Name}, line {lines[0].number}: a judged pair stands where the header should; begin the file with needId, listingId and level.");
            }

            if (lines.Count <= 1)
            {
                throw new FailedException($"{file.Name}: there is no judged pair in it.");
            }

            return [.. lines.Skip(1).Select(l => Parse(l.line.Split('\t'), needs, listings) ?? throw new FailedException(
                $"{file.Name}, line {l.number}: expected needId, listingId and level 1 to 4, tab-separated, of ids that stand in the files."))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FailedException($"{file.Name}: {e.Message}");
        }
    }

    private static JudgedPair? Parse(string[] cells, MarketFile needs, MarketFile listings) =>
        cells.Length >= 3
        && needs.IdOf(cells[0]) is { } need
        && listings.IdOf(cells[1]) is { } listing
        && int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        && level is >= 1 and <= 4
            ? new JudgedPair(need, listing, level, cells.Length > 3 && int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var fold) ? fold : null)
            : null;
}
