using System.Globalization;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Faults;

/// <summary>What a long run found, kept in tests/reports/faults.md: a line for each test, the last run of each.</summary>
internal static class FaultReport
{
    private const string Head = """
        # Faults: what becomes of acknowledged work

        Real `techbroker` processes on one data folder, a real RabbitMQ, clients that repeat what is not answered under the same
        Idempotency-Key. Each line is the last long run of its test (`TECHBROKER_LONG=1 dotnet test tests/TechBroker.IntegrationTests -c Release
        --filter FullyQualifiedName~Faults`); short ones run with every test run. Lost, doubled and stuck are counted by
        [Ledger.cs](../TechBroker.IntegrationTests/Faults/Ledger.cs), after at most a minute of rest.

        | test | when, where | what was done | posts | pairs | lost | doubled | stuck | came to rest after |
        |---|---|---|---|---|---|---|---|---|
        """;

    public static void Add(string test, string what, Verdict verdict, TimeSpan rest)
    {
        TestContext.Out.WriteLine($"{test}: {what}. {verdict}. At rest after {rest.TotalSeconds:0.0} s.");
        if (!FaultSize.IsLong)
        {
            return;
        }

        var file = Path.Combine(Repository.Root, "tests", "reports", "faults.md");
        var lines = (File.Exists(file) ? File.ReadAllLines(file).Where(l => l.StartsWith("| R", StringComparison.Ordinal) && !l.StartsWith($"| {test} |", StringComparison.Ordinal)) : [])
            .Append(string.Create(
                CultureInfo.InvariantCulture,
                $"| {test} | {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, .NET {Environment.Version} | {what} | {verdict.Posts:N0} | {verdict.Pairs:N0} | {verdict.Lost.Count} | {verdict.Doubled.Count} | {verdict.Stuck.Count} | {rest.TotalSeconds:0.0} s |"))
            .OrderBy(l => int.Parse(new string([.. l.Skip(3).TakeWhile(char.IsAsciiDigit)]), CultureInfo.InvariantCulture));
        File.WriteAllText(file, Head + "\n" + string.Join('\n', lines) + "\n");
    }
}
