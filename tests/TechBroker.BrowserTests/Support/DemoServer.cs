using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace TechBroker.BrowserTests.Support;

/// <summary>techbroker serve --demo in a process of its own, with the people whose passwords it printed.</summary>
internal sealed partial class DemoServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string data = Directory.CreateTempSubdirectory("techbroker-browser-").FullName;

    private DemoServer()
    {
        process = new Process
        {
            StartInfo = new ProcessStartInfo(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "techbroker.dll"), "serve", "--demo", "--data", data, "--urls", "http://127.0.0.1:0"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public Uri Address { get; private set; } = null!;

    /// <exception cref="AssertionException">It ended before it listened; the message has its output.</exception>
    public static async Task<DemoServer> StartAsync()
    {
        var server = new DemoServer();
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        await Task.WhenAny(server.listening.Task, server.process.WaitForExitAsync());
        server.Address = server.listening.Task.IsCompleted
            ? new Uri(await server.listening.Task)
            : throw new AssertionException($"techbroker serve ended: {server.Said}");
        return server;
    }

    /// <param name="name">As in NAME@demo.example.</param>
    public string PasswordOf(string name) => PersonLine().Matches(Said).Single(m => m.Groups["name"].Value == name).Groups["password"].Value;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private string Said
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    private void Read(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }

        if (line is not null && AddressLine().Match(line) is { Success: true } found)
        {
            listening.TrySetResult(found.Groups["address"].Value);
        }
    }

    [GeneratedRegex(@"listens on (?<address>http://127\.0\.0\.1:\d+)")]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"(?<name>\w+)@demo\.example\s+(?<password>\S+)")]
    private static partial Regex PersonLine();
}
