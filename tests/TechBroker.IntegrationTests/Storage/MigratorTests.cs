using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class MigratorTests
{
    [Test]
    public async Task Run_Twice_AppliesEachScriptOnce()
    {
        using var folder = new Folder();
        var first = await new Migrator(folder.Dialect).RunAsync(CancellationToken.None);
        var second = await new Migrator(folder.Dialect).RunAsync(CancellationToken.None);
        Assert.That(first, Is.EqualTo(Migrator.Scripts("sqlite").Select(s => s.Name)).And.Not.Empty);
        Assert.That(second, Is.Empty);
    }

    [Test]
    public async Task Run_ByEightAtOnce_AppliesEachScriptOnce()
    {
        using var folder = new Folder();
        var applied = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new Migrator(folder.Dialect).RunAsync(CancellationToken.None))));
        Assert.That(applied.SelectMany(names => names), Is.EquivalentTo(Migrator.Scripts("sqlite").Select(s => s.Name)));
    }

    [Test]
    public async Task Run_ReleasedScriptChanged_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RunAsync("UPDATE SchemaVersion SET Checksum = 'other' WHERE Number = 2");
        Assert.That(
            () => new Migrator(database.Dialect).RunAsync(CancellationToken.None),
            Throws.TypeOf<MigrationException>().With.Message.Contains("0002_bus differs"));
    }

    [Test]
    public async Task Run_DatabaseNewerThanProgram_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RunAsync("INSERT INTO SchemaVersion (Number, Name, Checksum, AppliedAt) VALUES (9001, 'later', 'x', CURRENT_TIMESTAMP)");
        Assert.That(
            () => new Migrator(database.Dialect).RunAsync(CancellationToken.None),
            Throws.TypeOf<MigrationException>().With.Message.Contains("9001_later").And.Message.Contains("newer program"));
    }

    [Test]
    public void Scripts_OfEveryDialect_AreEveryFileOfItsName()
    {
        var files = typeof(Migrator).Assembly.GetManifestResourceNames().Count(n => n.EndsWith(".sqlite.sql", StringComparison.Ordinal));
        Assert.That(Migrator.Scripts("sqlite").Count(), Is.EqualTo(files), "A file whose name the migrator does not understand is never applied.");
    }

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("techbroker-test-");

        public Folder() => Dialect = new SqliteDialect(Path.Combine(folder.FullName, "new.db"));

        public SqliteDialect Dialect { get; }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
