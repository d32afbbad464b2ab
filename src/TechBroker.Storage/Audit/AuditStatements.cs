using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Audit;

/// <summary>
/// What every commit runs for its audit entries, prepared once for a connection: parsed anew each time, they would cost more than
/// they do.
/// </summary>
internal sealed class AuditStatements : IDisposable
{
    private static readonly string[] Columns = AuditRow.Columns.Split(", ");

    private readonly DbConnection connection;
    private readonly DbCommand readEnd;
    private readonly DbCommand insert;
    private readonly DbCommand writeEnd;

    public AuditStatements(DbConnection connection)
    {
        this.connection = connection;
        readEnd = Command("SELECT h.Seq, h.Hash, h.KeyId, h.Seal, e.Last FROM (SELECT MAX(Seq) AS Last FROM AuditEntry) e LEFT JOIN AuditHead h ON h.Id = 1");
        insert = Command($"INSERT INTO AuditEntry ({AuditRow.Columns}) VALUES ({string.Join(", ", Columns.Select(c => "@" + c))})", Columns);
        writeEnd = Command("UPDATE AuditHead SET Seq = @Seq, Hash = @Hash, KeyId = @KeyId, Seal = @Seal", "Seq", "Hash", "KeyId", "Seal");
    }

    public bool IsFor(DbConnection other) => ReferenceEquals(connection, other);

    public void Use(DbTransaction transaction) => (readEnd.Transaction, insert.Transaction, writeEnd.Transaction) = (transaction, transaction, transaction);

    /// <returns>The sealed end, null where its row is gone, and the highest number among the entries.</returns>
    public async Task<(AuditHead? Head, long Last)> ReadEndAsync()
    {
        using var statement = Begin(readEnd);
        await using var reader = await readEnd.ExecuteReaderAsync();
        await reader.ReadAsync();
        var head = reader.IsDBNull(0) ? null
            : new AuditHead { Seq = reader.GetInt64(0), Hash = (byte[])reader[1], KeyId = reader.GetString(2), Seal = (byte[])reader[3] };
        return (head, reader.IsDBNull(4) ? 0 : reader.GetInt64(4));
    }

    public Task InsertAsync(AuditRow row, byte[] hash) => RunAsync(
        insert,
        row.Seq, row.At, row.ActorId, row.ActorKind, row.Via, row.Address, row.Action, row.Subject, row.SubjectId, row.Details, row.PreviousHash, hash);

    public Task WriteEndAsync(AuditHead head) => RunAsync(writeEnd, head.Seq, head.Hash, head.KeyId, head.Seal);

    public void Dispose()
    {
        readEnd.Dispose();
        insert.Dispose();
        writeEnd.Dispose();
    }

    private static Activity? Begin(DbCommand command, [CallerFilePath] string file = "") => Statements.Begin(command.CommandText, file);

    private static Task<int> RunAsync(DbCommand command, params ReadOnlySpan<object?> values)
    {
        using var statement = Begin(command);
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command.ExecuteNonQueryAsync();
    }

    private DbCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
