using System.Text.RegularExpressions;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Statements;

/// <summary>A statement of the SQLite run as the same code would send it to SQL Server: what came from the dialect is told by its text.</summary>
internal static partial class Twin
{
    private static readonly SqliteDialect From = new("none");
    private static readonly SqlServerDialect To = new("Server=none;Database=none");

    // Those that are whole statements or have no argument.
    private static readonly Dictionary<string, string> Texts = typeof(SqlDialect).GetProperties()
        .Where(p => p.PropertyType == typeof(string) && p.Name is not (nameof(SqlDialect.Name) or nameof(SqlDialect.LockVersionTable)))
        .ToDictionary(p => Normal((string)p.GetValue(From)!), p => Normal((string)p.GetValue(To)!));

    public static string Of(string sqlite)
    {
        var text = Texts.GetValueOrDefault(sqlite) ?? Texts.Aggregate(sqlite, (sql, pair) => sql.Replace(pair.Key, pair.Value, StringComparison.Ordinal));
        text = Contains().Replace(text, m => To.Contains(m.Groups[1].Value, m.Groups[2].Value));
        text = SameOwner().Replace(text, m => To.SameOwner(m.Groups[1].Value, m.Groups[2].Value));
        text = IdText().Replace(text, m => To.IdText(m.Groups[1].Value));
        return MonthOf().Replace(text, m => To.MonthOf(m.Groups[1].Value));
    }

    /// <summary>Dapper writes a list as its members in brackets; one of them stands for all.</summary>
    public static string Expanded(string sql) => List().Replace(sql, "IN ($1)");

    /// <summary>Entries of a list that each stand as a condition: how many there are is no other statement. Line ends are those of no system.</summary>
    public static string Normal(string sql) => Entries().Replace(sql.ReplaceLineEndings("\n").TrimEnd(), "($1)");

    /// <summary>Put together from what a caller asks for, so that there are too many to be read one by one.</summary>
    public static bool IsComposed(string sql) => Composed().IsMatch(sql);

    [GeneratedRegex(@"WHERE (1 = 1|Id IN @Ids) AND State IN @States|WHERE l\.Kind = @Kind|FROM AuditEntry WHERE 1 = 1")]
    private static partial Regex Composed();

    [GeneratedRegex(@"INSTR\(([\w.]+), (@\w+)\) > 0")]
    private static partial Regex Contains();

    [GeneratedRegex(@"COALESCE\(([\w.]+), ''\) = COALESCE\((@\w+), ''\)")]
    private static partial Regex SameOwner();

    [GeneratedRegex(@"CAST\(([\w.]+) AS TEXT\)")]
    private static partial Regex IdText();

    [GeneratedRegex(@"SUBSTRING\(([\w.]+), 1, 7\)")]
    private static partial Regex MonthOf();

    [GeneratedRegex(@"\bIN (@\w+)")]
    private static partial Regex List();

    [GeneratedRegex(@"\((INSTR\([\w.]+, @Entry0\) > 0)( OR INSTR\([\w.]+, @Entry\d+\) > 0)+\)")]
    private static partial Regex Entries();
}
