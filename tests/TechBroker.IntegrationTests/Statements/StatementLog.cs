using System.Collections.Concurrent;
using System.Diagnostics;
using NUnit.Framework.Interfaces;
using TechBroker.IntegrationTests.Statements;
using TechBroker.IntegrationTests.Storage;

[assembly: StatementsAreApproved]

namespace TechBroker.IntegrationTests.Statements;

/// <summary>Every statement that the program has run in this process; what tests ask the database themselves is left out.</summary>
internal static class StatementLog
{
    private static readonly ConcurrentDictionary<string, byte> Ran = new(StringComparer.Ordinal);
    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = source => source.Name == TechBroker.Storage.Sql.Statements.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        ActivityStopped = Add,
    };

    private static int attached;

    public static IReadOnlyList<string> All => [.. Ran.Keys.Order(StringComparer.Ordinal)];

    public static void Attach()
    {
        if (Interlocked.Exchange(ref attached, 1) == 0)
        {
            ActivitySource.AddActivityListener(Listener);
        }
    }

    private static void Add(Activity activity)
    {
        if (activity.GetTagItem(TechBroker.Storage.Sql.Statements.FileTag) is string file && !file.Contains("/tests/", StringComparison.Ordinal)
            && activity.GetTagItem(TechBroker.Storage.Sql.Statements.TextTag) is string text)
        {
            Ran.TryAdd(Twin.Normal(text), 0);
        }
    }
}

/// <summary>After each test: whatever statement has run so far stands in the approved files, for both dialects.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class StatementsAreApprovedAttribute : TestActionAttribute
{
    private int known;

    public override ActionTargets Targets => ActionTargets.Test;

    public override void BeforeTest(ITest test) => StatementLog.Attach();

    public override void AfterTest(ITest test)
    {
        // Most tests run nothing that no test before them has run.
        var all = StatementLog.All;
        if (all.Count != known && SqlServerDatabase.Present is null)
        {
            known = all.Count;
            ApprovedStatements.Check(all);
        }
    }
}
