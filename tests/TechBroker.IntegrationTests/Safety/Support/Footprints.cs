using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>Watches a database file from outside for what was written to it.</summary>
internal sealed class Footprints : IDisposable
{
    /// <summary>No row more or less, and nothing on record: a change of a row, by whomever.</summary>
    public const string UntracedCommit = "a commit without an audit entry";

    private readonly SqliteConnection connection;
    private long version;
    private long lastEntry;
    private Dictionary<string, long> rows = [];

    public Footprints(string dataDirectory)
    {
        connection = new SqliteConnection($"Data Source={Path.Combine(dataDirectory, "techbroker.db")};Pooling=False;Mode=ReadWrite");
        connection.Open();
        Rebase();
    }

    /// <summary>Takes the present state for granted.</summary>
    public void Rebase()
    {
        version = Number("PRAGMA data_version");
        lastEntry = Number("SELECT COALESCE(MAX(Seq), 0) FROM AuditEntry");
        rows = Texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'Audit%' AND name NOT LIKE 'sqlite%'")
            .ToDictionary(t => t, t => Number($"SELECT COUNT(*) FROM \"{t}\""));
    }

    /// <summary>What a refused request has left since, besides an entry in the audit record that says that it was refused; null where nothing.</summary>
    public string? OfARefusal()
    {
        // Changes if and only if another connection committed something.
        if (Number("PRAGMA data_version") == version)
        {
            return null;
        }

        var (before, after) = (rows, lastEntry);
        var actions = Texts(string.Create(CultureInfo.InvariantCulture, $"SELECT Action FROM AuditEntry WHERE Seq > {after}"));
        Rebase();
        var wrong = actions.Where(a => !a.EndsWith(".refused", StringComparison.Ordinal)).Select(a => $"audit {a}")
            .Concat(rows.Where(r => before.GetValueOrDefault(r.Key) != r.Value).Select(r => $"{r.Key} {before.GetValueOrDefault(r.Key)} → {r.Value}"))
            .ToList();
        return wrong.Count > 0 ? string.Join(", ", wrong) : actions.Count == 0 ? UntracedCommit : null;
    }

    public bool ImportsAreUnderWay() => Number("SELECT COUNT(*) FROM ImportJob WHERE State NOT IN ('done', 'failed')") > 0;

    public string Integrity() => string.Join("; ", Texts("PRAGMA integrity_check").Concat(Texts("SELECT \"table\" FROM pragma_foreign_key_check")));

    public void Dispose() => connection.Dispose();

    private long Number(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private List<string> Texts(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
