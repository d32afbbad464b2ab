using Microsoft.Data.SqlClient;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Statements;

/// <summary>No SQL Server runs on most machines: its own parser reads every statement, and every name is looked up in the migrations.</summary>
[NonParallelizable]
internal sealed class StatementTests
{
    [Test]
    public void Statements_ForSqlServer_AreThoseOfSqlite()
    {
        Assert.That(ApprovedStatements.Sqlite, Has.Count.GreaterThan(200));
        Assert.That(ApprovedStatements.SqlServer, Is.EqualTo(ApprovedStatements.Sqlite.Select(Twin.Of)), "TECHBROKER_WRITE_SCHEMAS=1 writes both files.");
    }

    [Test]
    public void Statements_ForSqlServer_AreReadByItsParserAndPlain() =>
        Assert.That(Faults(ApprovedStatements.SqlServer, TransactSql.FaultsOf), Is.Empty);

    [Test]
    public void Statements_ForSqlServer_NameWhatTheMigrationsMake() =>
        Assert.That(Faults(ApprovedStatements.SqlServer, TransactSql.UnknownNamesOf), Is.Empty);

    [Test]
    public void Statements_ForSqlServer_HaveNothingOfSqlite()
    {
        string[] foreign = ["LIMIT ", "ON CONFLICT", "RETURNING", "json_each", "INSTR(", "||", "PRAGMA", "AS TEXT", "SUBSTR(", "LENGTH("];
        Assert.That(ApprovedStatements.SqlServer.Where(s => foreign.Any(f => s.Contains(f, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void Statements_ForSqlServer_HaveNoParametersThatDifferInCaseAlone() => Assert.That(
        ApprovedStatements.SqlServer.Where(s => Names(s).Distinct(StringComparer.Ordinal).Count() != Names(s).Distinct(StringComparer.OrdinalIgnoreCase).Count()), Is.Empty);

    [Test]
    public void Migrations_ForSqlServer_AreReadByItsParserAndPlain() =>
        Assert.That(TransactSql.MigrationBatches.SelectMany(b => TransactSql.FaultsOf(b.Batch).Select(f => $"{b.Name}: {f}")), Is.Empty);

    [Test]
    public void Migrations_OfBothDatabases_AreNumberedPairs() =>
        Assert.That(Migrator.Scripts("sqlserver").Select(s => (s.Number, s.Name)), Is.EqualTo(Migrator.Scripts("sqlite").Select(s => (s.Number, s.Name))));

    [Test]
    public async Task Migrations_OfBothDatabases_MakeTheSameColumns()
    {
        await using var data = await Storage.TestDatabase.CreateAsync();
        var embedded = await data.ListAsync<string>(
            "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'");
        Assert.That(TransactSql.Tables.SelectMany(t => t.Value.Select(c => $"{t.Key}.{c}")), Is.EquivalentTo(embedded));
    }

    [TestCase("MERGE INTO Listing AS t USING Need AS s ON t.Id = s.Id WHEN MATCHED THEN DELETE;", "MERGE")]
    [TestCase("SELECT Id FROM Listing WITH (NOLOCK)", "a table hint")]
    [TestCase("SELECT Id FROM Listing OPTION (RECOMPILE)", "a query hint")]
    [TestCase("SELECT j.value FROM Listing CROSS APPLY OPENJSON(Fields) AS j", "OPENJSON")]
    [TestCase("SELECT Kind, Name FROM Organisation GROUP BY Kind", "Name is neither grouped nor added up")]
    [TestCase("SELECT COUNT(*) > 0 AS Any FROM Listing", "Incorrect syntax")]
    [TestCase("SELECT Id FROM Listing LIMIT 5", "Incorrect syntax")]
    [TestCase("SELECT LEN(Title) FROM Listing", "the function LEN")]
    public void Faults_OfWhatTheProjectDoesWithout_AreFound(string sql, string fault) =>
        Assert.That(string.Join('\n', TransactSql.FaultsOf(sql)), Does.Contain(fault));

    [TestCase("SELECT l.Nothing FROM Listing l", "column l.Nothing")]
    [TestCase("SELECT Id FROM Nowhere", "table Nowhere")]
    [TestCase("UPDATE Need SET Trl = 1", "column Trl")]
    public void UnknownNames_AreFound(string sql, string name) => Assert.That(TransactSql.UnknownNamesOf(sql), Does.Contain(name));

    /// <summary>src/Microsoft.SqlServer.Server stands in for a package; the client finds in it all that it names.</summary>
    [Test]
    public void StandIn_ForTheServerTypes_HasWhatTheClientNames()
    {
        var client = typeof(SqlConnection).Assembly;
        var wanted = client.GetReferencedAssemblies().Single(a => a.Name == "Microsoft.SqlServer.Server");
        var standIn = System.Reflection.Assembly.Load(wanted);
        string[] members =
        [
            "Format", "InvalidUdtException.Create", "IBinarySerialize.Read", "IBinarySerialize.Write", "SqlUserDefinedTypeAttribute.get_Format",
            "SqlUserDefinedTypeAttribute.get_IsByteOrdered", "SqlUserDefinedTypeAttribute.get_IsFixedLength", "SqlUserDefinedTypeAttribute.get_MaxByteSize",
            "SqlUserDefinedTypeAttribute.get_Name", "SqlUserDefinedTypeAttribute.get_ValidationMethodName",
        ];
        Assert.That(members.Where(m => m.Split('.') is [var type, .. var rest] && (standIn.GetType($"Microsoft.SqlServer.Server.{type}") is not { } found || rest is [var name] && found.GetMethod(name) is null)), Is.Empty);
        Assert.That(() => client.GetTypes(), Throws.Nothing);
    }

    private static IEnumerable<string> Names(string sql) => System.Text.RegularExpressions.Regex.Matches(sql, @"@\w+").Select(m => m.Value);

    private static IEnumerable<string> Faults(IEnumerable<string> statements, Func<string, IReadOnlyList<string>> of) =>
        from statement in statements
        let faults = of(Twin.Expanded(statement))
        where faults.Count > 0
        select $"{string.Join("; ", faults)}\n{statement}\n";
}
