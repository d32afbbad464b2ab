using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using TechBroker.Domain.People;

namespace TechBroker.IntegrationTests.Support;

/// <summary>A real techbroker serve, which can be stopped, continued and killed.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private ServerProcess(ProgramProcess process, Uri address, string dataDirectory) => (Process, Address, DataDirectory) = (process, address, dataDirectory);

    public ProgramProcess Process { get; }

    public Uri Address { get; }

    public string DataDirectory { get; }

    /// <summary>Of the process.</summary>
    public int Id => Process.Id;

    /// <summary>What it has said so far, on both streams.</summary>
    public string Output => Process.Output;

    /// <exception cref="AssertionException">It ended without listening; the message has its output.</exception>
    public static Task<ServerProcess> StartAsync(string dataDirectory, params string[] arguments) =>
        StartAsync(dataDirectory, Environment.CurrentDirectory, arguments);

    /// <param name="dataDirectory">Created if need be.</param>
    /// <param name="environment">Its settings.</param>
    /// <exception cref="AssertionException">It ended without listening; the message has its output.</exception>
    public static Task<ServerProcess> StartAsync(string dataDirectory, IReadOnlyDictionary<string, string> environment) =>
        StartAsync(dataDirectory, Environment.CurrentDirectory, [], environment);

    /// <param name="dataDirectory">Created if need be.</param>
    /// <param name="currentDirectory">Where the process runs.</param>
    /// <param name="arguments">Besides --data and --urls.</param>
    /// <param name="environment">Its settings, besides those that this process has.</param>
    /// <exception cref="AssertionException">It ended without listening; the message has its output.</exception>
    public static async Task<ServerProcess> StartAsync(
        string dataDirectory, string currentDirectory, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        string[] all = ["serve", "--data", dataDirectory, "--urls", "http://127.0.0.1:0", .. arguments];
        var (process, line) = await ProgramProcess.StartAsync(all, environment ?? new Dictionary<string, string>(), currentDirectory, "TechBroker listens on ");
        return new ServerProcess(process, new Uri(Listening().Match(line).Groups["address"].Value), dataDirectory);
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
    public Task KillAsync() => Process.KillAsync();

    /// <summary>SIGTERM, as a service manager or container sends it.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> TerminateAsync(int seconds = 20) => Process.TerminateAsync(seconds);

    /// <returns>The exit code.</returns>
    public Task<int> EndAsync(int seconds = 20) => Process.EndAsync(seconds);

    /// <summary>STOP makes it stand still in the middle of whatever it does, CONT lets it go on.</summary>
    public Task SignalAsync(string name) => Process.SignalAsync(name);

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

    public void Dispose() => Process.Dispose();

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

    [GeneratedRegex(@"listens on (?<address>http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
