using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TechBroker.Domain.People;

namespace TechBroker.IntegrationTests.Support;

/// <summary>The real executable in a process of its own, which can be killed.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();

    private ServerProcess(Process process, string dataDirectory) => (this.process, DataDirectory) = (process, dataDirectory);

    public Uri Address { get; private set; } = null!;

    public string DataDirectory { get; }

    /// <summary>What it has said so far, on both streams.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <exception cref="AssertionException">It ended without listening; the message has its output.</exception>
    public static Task<ServerProcess> StartAsync(string dataDirectory, params string[] arguments) =>
        StartAsync(dataDirectory, Environment.CurrentDirectory, arguments);

    /// <param name="dataDirectory">Created if need be.</param>
    /// <param name="currentDirectory">Where the process runs.</param>
    /// <param name="arguments">Besides --data and --urls.</param>
    /// <param name="environment">Settings, besides this process's own.</param>
    /// <exception cref="AssertionException">It ended without listening; the message has its output.</exception>
    public static async Task<ServerProcess> StartAsync(string dataDirectory, string currentDirectory, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = Program(["serve", "--data", dataDirectory, "--urls", "http://127.0.0.1:0", .. arguments]);
        start.WorkingDirectory = currentDirectory;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var server = new ServerProcess(Process.Start(start)!, dataDirectory);
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.process.OutputDataReceived += (_, line) => server.Read(line.Data, address);
        server.process.ErrorDataReceived += (_, line) => server.Read(line.Data, address);
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        await Task.WhenAny(address.Task, server.process.WaitForExitAsync());
        if (!address.Task.IsCompleted)
        {
            throw new AssertionException($"techbroker serve ended: {server.Output}");
        }

        server.Address = await address.Task;
        return server;
    }

    /// <summary>A client that is signed in as an administrator.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        await using var folder = DataFolder.Open(DataDirectory);
        return (await Person.AddAsync(folder.Database, null, Role.Admin)).Client(Address);
    }

    /// <summary>Until nothing waits in the outbox.</summary>
    public async Task DrainAsync()
    {
        using var http = await SignInAsync();
        await Eventually.BecomesAsync(
            async () => (await http.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("backlog").GetInt32() == 0, "the outbox to drain", seconds: 60);
    }

    /// <summary>The program as this test run built it.</summary>
    public static ProcessStartInfo Program(IEnumerable<string> arguments) =>
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "techbroker.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager or container sends it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync(int seconds = 20)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Read(string? line, TaskCompletionSource<Uri> address)
    {
        lock (output)
        {
            output.AppendLine(line);
        }

        if (line is not null && Listening().Match(line) is { Success: true } match)
        {
            address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"listens on (?<address>http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
