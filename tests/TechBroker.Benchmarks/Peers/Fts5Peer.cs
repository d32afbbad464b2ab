using Microsoft.Data.Sqlite;

namespace TechBroker.Benchmarks.Peers;

/// <summary>SQLite FTS5 in memory, ordered by bm25.</summary>
internal sealed class Fts5Peer : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand select;

    /// <param name="documents">Each as words; their numbers are 1, 2, 3 …</param>
    public Fts5Peer(IEnumerable<IEnumerable<string>> documents)
    {
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE listing USING fts5(terms, content='', tokenize='ascii')";
        create.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO listing (rowid, terms) VALUES ($id, $terms)";
        var (id, terms) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$terms", SqliteType.Text));
        foreach (var (place, words) in documents.Index())
        {
            (id.Value, terms.Value) = (place + 1, string.Join(' ', words));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        select = connection.CreateCommand();
        select.CommandText = "SELECT rowid FROM listing WHERE listing MATCH $query ORDER BY rank LIMIT $top";
        select.Parameters.Add("$query", SqliteType.Text);
        select.Parameters.Add("$top", SqliteType.Integer);
    }

    public static string Query(IEnumerable<string> words) => string.Join(" OR ", words);

    public int Best(string query, int top)
    {
        (select.Parameters[0].Value, select.Parameters[1].Value) = (query, top);
        using var reader = select.ExecuteReader();
        var rows = 0;
        while (reader.Read())
        {
            rows++;
        }

        return rows;
    }

    public void Dispose()
    {
        select.Dispose();
        connection.Dispose();
    }
}
