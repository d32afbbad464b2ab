using System.Reflection;
using TechBroker.IntegrationTests.Audit;
using TechBroker.IntegrationTests.Hidden;
using TechBroker.IntegrationTests.Reliability;
using TechBroker.IntegrationTests.Statistics;
using TechBroker.IntegrationTests.Workers;

namespace TechBroker.IntegrationTests.Storage;

/// <summary>
/// Every test of the stores once more, on SQL Server: the same methods of the same classes, one class after the other. Without a database each class is
/// skipped by its name.
/// </summary>
[NonParallelizable]
internal sealed class StoreTestsOnSqlServer
{
    private static readonly Type[] Classes =
    [
        typeof(MigratorTests), typeof(WriteQueueTests), typeof(MarketStoreTests), typeof(MarketFeedTests), typeof(MatchStoreTests), typeof(EngagementStoreTests),
        typeof(BusStoreTests), typeof(RevisionHistoryTests), typeof(MarketReaderTests), typeof(BlindCellsTests), typeof(TwoProcessesTests), typeof(ExpiryTests),
        typeof(RetentionTests), typeof(AuditTrailTests), typeof(LedgerPropertyTests),
    ];

    [TestCaseSource(nameof(Classes))]
    public async Task SqlServer(Type tests)
    {
        SqlServerDatabase.Use();
        var (faults, passed) = (new List<string>(), 0);
        foreach (var test in tests.GetMethods().Where(m => m.GetCustomAttribute<OnlySqliteAttribute>() is null))
        {
            object?[][] calls = [.. test.GetCustomAttributes<TestCaseAttribute>().Select(c => c.Arguments), .. test.IsDefined(typeof(TestAttribute)) ? [Array.Empty<object?>()] : Array.Empty<object?[]>()];
            foreach (var arguments in calls)
            {
                try
                {
                    await RunAsync(tests, test, arguments);
                    passed++;
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    faults.Add($"{test.Name}({string.Join(", ", arguments)}): {(e as TargetInvocationException)?.InnerException ?? e}");
                }
            }
        }

        await TestContext.Out.WriteLineAsync($"{passed} tests of {tests.Name} passed on SQL Server.");
        Assert.That(passed, Is.Positive);
        Assert.That(faults, Is.Empty, string.Join('\n', faults));
    }

    private static async Task RunAsync(Type tests, MethodInfo test, object?[] arguments)
    {
        var instance = Activator.CreateInstance(tests, nonPublic: true)!;
        try
        {
            await EachAsync<OneTimeSetUpAttribute>(instance);
            await EachAsync<SetUpAttribute>(instance);
            await AwaitAsync(test.Invoke(instance, arguments));
        }
        finally
        {
            await EachAsync<TearDownAttribute>(instance);
            await EachAsync<OneTimeTearDownAttribute>(instance);
        }
    }

    private static async Task EachAsync<TAttribute>(object instance)
        where TAttribute : Attribute
    {
        foreach (var method in instance.GetType().GetMethods().Where(m => m.IsDefined(typeof(TAttribute))))
        {
            await AwaitAsync(method.Invoke(instance, null));
        }
    }

    private static async Task AwaitAsync(object? result) => await (result switch
    {
        Task task => task,
        ValueTask task => task.AsTask(),
        _ => Task.CompletedTask,
    });
}
