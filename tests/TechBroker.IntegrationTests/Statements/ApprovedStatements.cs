using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Statements;

/// <summary>
/// The text of every statement, as it runs on SQLite and as it would on SQL Server. TECHBROKER_WRITE_SCHEMAS=1 adds what is new; what is not used any more goes by
/// deleting both files before a run of all tests. What is composed from what callers ask for is not approved by its text but read by the parser whenever it runs.
/// </summary>
internal static class ApprovedStatements
{
    private const string Separator = "\n;\n", Folder = "tests/TechBroker.IntegrationTests/Statements";

    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Checked = new(StringComparer.Ordinal);
    private static HashSet<string>? approved;

    public static IReadOnlyList<string> Sqlite => Read("sqlite");

    public static IReadOnlyList<string> SqlServer => Read("sqlserver");

    public static void Check(IEnumerable<string> ran)
    {
        lock (Gate)
        {
            approved ??= [.. Sqlite];
            var unknown = ran.Where(s => !approved.Contains(s)).ToLookup(Twin.IsComposed);
            var added = unknown[false].ToList();
            foreach (var composed in unknown[true].Select(Twin.Of).Where(s => Checked.Add(s)))
            {
                Assert.That(TransactSql.FaultsOf(Twin.Expanded(composed)).Concat(TransactSql.UnknownNamesOf(Twin.Expanded(composed))), Is.Empty, composed);
            }

            if (added.Count > 0 && Environment.GetEnvironmentVariable("TECHBROKER_WRITE_SCHEMAS") == "1")
            {
                approved.UnionWith(added);
                var all = approved.Order(StringComparer.Ordinal).ToList();
                Write("sqlite", all);
                Write("sqlserver", all.Select(Twin.Of));
                return;
            }

            Assert.That(added, Is.Empty, "Statements that nobody has approved; TECHBROKER_WRITE_SCHEMAS=1 adds them with their SQL Server text, to be read before they are committed.");
        }
    }

    private static List<string> Read(string dialect) =>
        File.Exists(PathOf(dialect)) ? [.. File.ReadAllText(PathOf(dialect)).Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(s => s.Trim('\n'))] : [];

    private static void Write(string dialect, IEnumerable<string> statements) => File.WriteAllText(PathOf(dialect), string.Join(Separator, statements) + Separator);

    private static string PathOf(string dialect) => Path.Combine(Repository.Root, Folder, $"statements.{dialect}.sql");
}
