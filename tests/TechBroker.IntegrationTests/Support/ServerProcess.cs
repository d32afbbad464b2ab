using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
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

    /// <summary>Of the process.</summary>
    public int Id => process.Id;

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
    /// <param name="settings">Environment variables.</param>
    /// <exception cref="AssertionException">It ended without listening; the message has its output.</exception>
    public static Task<ServerProcess> StartAsync(string dataDirectory, IReadOnlyDictionary<string, string> settings) =>
        StartAsync(dataDirectory, Environment.CurrentDirectory, [], settings);

    /// <param name="dataDirectory">Created if need be.</param>
    /// <param name="currentDirectory">Where the process runs.</param>
    /// <param name="arguments">Besides --data and --urls.</param>
    /// <param name="settings">Environment variables besides those of the tests.</param>
    /// <exception cref="AssertionException">It ended without listening; the message has its output.</exception>
    public static async Task<ServerProcess> StartAsync(
        string dataDirectory, string currentDirectory, string[] arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = Program(["serve", "--data", dataDirectory, "--urls", "http://127.0.0.1:0", .. arguments]);
        start.WorkingDirectory = currentDirectory;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
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
        await SignalAsync("TERM");
        return await EndAsync(seconds);
    }

    /// <summary>STOP makes it stand still in the middle of whatever it does, CONT lets it go on.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>SIGSTOP at a moment in which it does not have the write lock, with which it would keep everybody from writing.</summary>
    public async Task StandStillAsync()
    {
        await SignalAsync("STOP");
        while (!await CanWriteAsync())
        {
            await SignalAsync("CONT");
            await SignalAsync("STOP");
        }
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(int seconds = 20)
    {
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

    private async Task<bool> CanWriteAsync()
    {
        try
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(DataDirectory, "techbroker.db")};Pooling=False;Default Timeout=1");
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
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
