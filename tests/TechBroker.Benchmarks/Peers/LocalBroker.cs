using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TechBroker.Benchmarks.Peers;

/// <summary>A RabbitMQ of one node, by deploy/rabbitmq/local.sh, that all compared programs use: they find it by the same environment variables.</summary>
internal sealed class LocalBroker : IAsyncDisposable
{
    // Away from the usual ports, where a broker may run already.
    private const int Port = 17_672;
    private readonly string folder = Directory.CreateTempSubdirectory("techbroker-bench-rabbitmq-").FullName;

    public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Bus__Host"] = "127.0.0.1",
        ["Bus__Port"] = Port.ToString(CultureInfo.InvariantCulture),
    };

    public static async Task<LocalBroker> StartAsync()
    {
        var broker = new LocalBroker();
        foreach (var (name, value) in broker.Settings)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        await RunAsync("start", "1", broker.folder);
        return broker;
    }

    /// <summary>rabbitmqctl.</summary>
    public Task ControlAsync(params string[] arguments) => RunAsync(["ctl", "1", folder, .. arguments]);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop", folder);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "deploy", "rabbitmq", "local.sh")), arguments) { RedirectStandardOutput = true };
        start.Environment["PORT"] = Port.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"local.sh {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
