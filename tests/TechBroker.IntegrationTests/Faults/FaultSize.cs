namespace TechBroker.IntegrationTests.Faults;

/// <summary>How much a fault test does: a little with every run, all that quality.md asks for when TECHBROKER_LONG=1.</summary>
internal sealed record FaultSize(int Posts, int Faults)
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("TECHBROKER_LONG") == "1";

    public static FaultSize Of(FaultSize shortly, FaultSize atLength) => IsLong ? atLength : shortly;
}
