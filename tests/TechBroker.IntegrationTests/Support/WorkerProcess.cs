namespace TechBroker.IntegrationTests.Support;

/// <summary>A real techbroker worker, which can be stopped, continued and killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private WorkerProcess(ProgramProcess process) => Process = process;

    public ProgramProcess Process { get; }

    /// <param name="dataDirectory">Created if need be.</param>
    /// <param name="environment">Its settings.</param>
    /// <exception cref="AssertionException">It ended without working; the message has its output.</exception>
    public static async Task<WorkerProcess> StartAsync(string dataDirectory, IReadOnlyDictionary<string, string> environment) => new(
        (await ProgramProcess.StartAsync(["worker", "--data", dataDirectory], environment, Environment.CurrentDirectory, "TechBroker worker scores")).Process);

    public void Dispose() => Process.Dispose();
}
