namespace TechBroker.Api.Imports.Reading;

/// <summary>
/// Keeps spreadsheets from running a cell of a CSV file as a formula: an apostrophe goes before whatever starts with one of
/// <c>= + - @</c>, their full-width forms, tab or a line break, and before whatever would be taken for so protected. <see cref="Undo"/> is
/// its exact inverse.
/// </summary>
internal static class Apostrophe
{
    public static string Protect(string cell) => Starts(cell, 0) ? "'" + cell : cell;

    public static string Undo(string cell) => Starts(cell, 1) ? cell[1..] : cell;

    /// <summary>At least so many apostrophes, and then a dangerous character.</summary>
    private static bool Starts(string cell, int least)
    {
        var at = 0;
        while (at < cell.Length && cell[at] == '\'')
        {
            at++;
        }

        return at >= least && at < cell.Length && cell[at] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n';
    }
}
