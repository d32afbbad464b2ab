using System.Diagnostics;
using System.Text;

namespace TechBroker.IntegrationTests.Support;

/// <summary>The real executable in a process of its own, which can be stopped, continued and killed.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();

    private ProgramProcess(ProcessStartInfo start) => process = Process.Start(start)!;

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

    public bool HasExited => process.HasExited;

    /// <summary>Of the process.</summary>
    public int Id => process.Id;

    /// <param name="arguments">Verb and options.</param>
    /// <param name="environment">Besides this process's own.</param>
    /// <param name="currentDirectory">Where it runs.</param>
    /// <param name="ready">Something in one of its lines, from which on it is up.</param>
    /// <returns>The process, and the line.</returns>
    /// <exception cref="AssertionException">It ended before it was up; the message has its output.</exception>
    public static async Task<(ProgramProcess Process, string Line)> StartAsync(
        string[] arguments, IReadOnlyDictionary<string, string> environment, string currentDirectory, string ready)
    {
        var start = ServerProcess.Program(arguments);
        start.WorkingDirectory = currentDirectory;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var program = new ProgramProcess(start);
        var up = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        program.process.OutputDataReceived += (_, line) => program.Read(line.Data, ready, up);
        program.process.ErrorDataReceived += (_, line) => program.Read(line.Data, ready, up);
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        await Task.WhenAny(up.Task, program.process.WaitForExitAsync());
        return up.Task.IsCompleted ? (program, await up.Task) : throw new AssertionException($"techbroker {arguments[0]} ended: {program.Output}");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>STOP makes it stand still in the middle of whatever it does, CONT lets it go on.</summary>
    public Task SignalAsync(string name) => Signals.SendAsync(name, process.Id);

    /// <summary>SIGTERM, as a service manager or container sends it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync(int seconds = 20)
    {
        await SignalAsync("TERM");
        return await EndAsync(seconds);
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

    private void Read(string? line, string ready, TaskCompletionSource<string> up)
    {
        lock (output)
        {
            output.AppendLine(line);
        }

        if (line?.Contains(ready, StringComparison.Ordinal) is true)
        {
            up.TrySetResult(line);
        }
    }
}
