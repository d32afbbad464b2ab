using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;

namespace TechBroker.Storage.Sql;

/// <summary>Applies the numbered scripts of schemas/sql, each once, each in a transaction, and refuses a released script that changed.</summary>
public sealed partial class Migrator(SqlDialect dialect)
{
    // Seconds for one part of a script: an index over millions of rows takes its time, and so does another process's migration.
    private const int Patience = 3_600;

    /// <returns>The names of the scripts that were applied now.</returns>
    /// <exception cref="MigrationException">The database and the scripts do not fit together; the message says how.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        await using var connection = await dialect.OpenAsync(readOnly: false, ct);
        await dialect.CreateVersionTableAsync(connection);

        // The lock is taken before looking, so two processes that start at once do not apply a script twice.
        var applied = new List<string>();
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (dialect.LockVersionTable is { Length: > 0 } take)
        {
            await connection.ExecuteAsync(take, transaction: transaction, commandTimeout: Patience);
        }

        var known = (await connection.QueryAsync<AppliedScript>("SELECT Number, Name, Checksum FROM SchemaVersion WHERE Number > 0", transaction: transaction))
            .ToDictionary(v => v.Number);
        var scripts = Scripts(dialect.Name).ToList();
        Check(scripts, known);
        foreach (var script in scripts.Where(s => !known.ContainsKey(s.Number)))
        {
            foreach (var batch in Batches(script.Sql))
            {
                await connection.ExecuteAsync(batch, transaction: transaction, commandTimeout: Patience);
            }

            await connection.ExecuteAsync(
                "INSERT INTO SchemaVersion (Number, Name, Checksum, AppliedAt) VALUES (@Number, @Name, @Checksum, CURRENT_TIMESTAMP)",
                script,
                transaction);
            applied.Add(script.Name);
        }

        await transaction.CommitAsync(ct);
        return applied;
    }

    internal static IEnumerable<Script> Scripts(string dialectName)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (ScriptName().Match(resource) is { Success: true } match && match.Groups["dialect"].Value == dialectName)
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
                var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
                yield return new Script(long.Parse(match.Groups["number"].ValueSpan), match.Groups["name"].Value, checksum, sql);
            }
        }
    }

    /// <summary>Its parts between lines that say GO: SQL Server reads a part as a whole, and knows a new column only in the next.</summary>
    internal static IEnumerable<string> Batches(string script) => BetweenBatches().Split(script).Where(b => !string.IsNullOrWhiteSpace(b));

    private static void Check(List<Script> scripts, Dictionary<long, AppliedScript> known)
    {
        foreach (var version in known.Values)
        {
            var script = scripts.Find(s => s.Number == version.Number)
                ?? throw new MigrationException($"The database has migration {version.Number:D4}_{version.Name}, which this program does not know: use a newer program.");
            if (script.Checksum != version.Checksum)
            {
                throw new MigrationException($"Migration {version.Number:D4}_{version.Name} differs from the one that was applied: restore the released script and put the change into a new one.");
            }
        }
    }

    [GeneratedRegex(@"^GO\s*$", RegexOptions.Multiline)]
    private static partial Regex BetweenBatches();

    [GeneratedRegex(@"^sql/(?<number>\d{4})_(?<name>[a-z0-9_]+)\.(?<dialect>[a-z]+)\.sql$")]
    private static partial Regex ScriptName();

    internal sealed record Script(long Number, string Name, string Checksum, string Sql);

    private sealed record AppliedScript
    {
        public required long Number { get; init; }

        public required string Name { get; init; }

        public required string Checksum { get; init; }
    }
}

/// <summary>The database and the program's scripts do not fit together.</summary>
public sealed class MigrationException(string message) : Exception(message);
