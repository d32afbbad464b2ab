using Dapper;

namespace TechBroker.Storage.Sql;

/// <summary>Conditions on JSON lists of texts. An entry with its quotation marks stands in such a list only as a whole: inside of one they would be escaped.</summary>
internal static class StoredList
{
    /// <summary>True where the list in a column has at least one of the entries, which become parameters.</summary>
    public static string HasAny(string column, IReadOnlyList<string> entries, SqlDialect dialect, DynamicParameters arguments, string name = "Entry")
    {
        if (entries.Count == 0)
        {
            return "1 = 0";
        }

        for (var i = 0; i < entries.Count; i++)
        {
            arguments.Add($"{name}{i}", StoredJson.Write(entries[i]));
        }

        return $"({string.Join(" OR ", entries.Select((_, i) => dialect.Contains(column, $"@{name}{i}")))})";
    }
}
