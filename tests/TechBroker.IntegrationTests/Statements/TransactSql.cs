using Microsoft.SqlServer.TransactSql.ScriptDom;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Statements;

/// <summary>T-SQL as SQL Server 2019 itself reads it.</summary>
internal static class TransactSql
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Schema = new(ReadSchema);

    /// <summary>Tables and their columns after all migrations.</summary>
    public static IReadOnlyDictionary<string, HashSet<string>> Tables => Schema.Value;

    public static IEnumerable<(string Name, string Batch)> MigrationBatches =>
        Migrator.Scripts("sqlserver").SelectMany(s => Migrator.Batches(s.Sql).Select((b, i) => ($"{s.Number:D4}_{s.Name} part {i + 1}", b)));

    /// <returns>Everything that is wrong with it; empty where it is plain T-SQL on these tables.</returns>
    public static IReadOnlyList<string> FaultsOf(string sql)
    {
        var script = Parse(sql, out var errors);
        if (errors.Count > 0)
        {
            return [.. errors.Select(e => $"line {e.Line}, column {e.Column}: {e.Message}")];
        }

        var plain = new Plainness();
        script.Accept(plain);
        return plain.Faults;
    }

    /// <returns>Tables and columns that it names and that are not there.</returns>
    public static IReadOnlyList<string> UnknownNamesOf(string sql)
    {
        var names = new NamesUsed();
        Parse(sql, out _).Accept(names);
        return names.UnknownTo(Tables);
    }

    private static TSqlFragment Parse(string sql, out IList<ParseError> errors)
    {
        using var reader = new StringReader(sql);
        return new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }

    private static Dictionary<string, HashSet<string>> ReadSchema()
    {
        var found = new TablesMade();
        foreach (var (_, batch) in MigrationBatches)
        {
            Parse(batch, out _).Accept(found);
        }

        return found.Columns;
    }
}

/// <summary>Collects what CREATE TABLE and ALTER TABLE ADD make.</summary>
internal sealed class TablesMade : TSqlFragmentVisitor
{
    public Dictionary<string, HashSet<string>> Columns { get; } = new(StringComparer.Ordinal) { ["SchemaVersion"] = ["Number", "Name", "Checksum", "AppliedAt"] };

    public override void Visit(CreateTableStatement node) => Columns.Add(node.SchemaObjectName.BaseIdentifier.Value, [.. NamesIn(node.Definition)]);

    public override void Visit(AlterTableAddTableElementStatement node) => Columns[node.SchemaObjectName.BaseIdentifier.Value].UnionWith(NamesIn(node.Definition));

    private static IEnumerable<string> NamesIn(TableDefinition definition) => definition.ColumnDefinitions.Select(c => c.ColumnIdentifier.Value);
}
