using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TechBroker.BrowserTests.Support;

/// <summary>techbroker serve in a process of its own, with what it printed at its first start.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string data = Directory.CreateTempSubdirectory("techbroker-browser-").FullName;

    private RunningServer(string[] more)
    {
        process = new Process
        {
            StartInfo = new ProcessStartInfo(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "techbroker.dll"), "serve", "--data", data, "--urls", "http://127.0.0.1:0", .. more])
            {
                Environment = { ["Deals__ApprovalThreshold"] = ApprovalThreshold.ToString(CultureInfo.InvariantCulture) },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    /// <summary>In yuan; above whatever the demo and other tests sign.</summary>
    public const long ApprovalThreshold = 1_000_000_000;

    public Uri Address { get; private set; } = null!;

    /// <exception cref="AssertionException">It ended before it listened; the message has its output.</exception>
    /// <param name="more">Of the command line, such as --demo.</param>
    public static async Task<RunningServer> StartAsync(params string[] more)
    {
        var server = new RunningServer(more);
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

    /// <summary>Where the first administrator is added; it is printed a moment after the address.</summary>
    public async Task<string> FirstAdministratorLinkAsync()
    {
        Match found;
        var deadline = DateTime.UtcNow.AddMilliseconds(TheBrowser.Patience);
        while (!(found = FirstLink().Match(Said)).Success)
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(deadline), Said);
            await Task.Delay(50);
        }

        return found.Value;
    }

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

    [GeneratedRegex(@"http://\S+/first-administrator\?token=\S+")]
    private static partial Regex FirstLink();

    [GeneratedRegex(@"(?<name>\w+)@demo\.example\s+(?<password>\S+)")]
    private static partial Regex PersonLine();
}
