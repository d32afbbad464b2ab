using System.Diagnostics;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.CommandLine.Support;

/// <summary>One run of the real executable, from start to end.</summary>
internal sealed record Techbroker(int Code, string Out, string Error)
{
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Task<Techbroker> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static async Task<Techbroker> RunAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        var start = ServerProcess.Program(arguments);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return new Techbroker(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new AssertionException($"techbroker {string.Join(' ', arguments)} does not end.");
        }
    }

    public Techbroker Succeeds()
    {
        Assert.That(Code, Is.Zero, $"{Out}{Error}");
        return this;
    }

    /// <summary>Ends with the code and says why in one line, perhaps with where to read on; never with a stack trace.</summary>
    public Techbroker Refuses(int code, params string[] words)
    {
        Assert.That(Code, Is.EqualTo(code), $"{Out}{Error}");
        var lines = Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l != "See techbroker --help.").ToList();
        Assert.That(lines, Has.Count.EqualTo(1), Error);
        foreach (var word in words)
        {
            Assert.That(lines[0], Does.Contain(word));
        }

        Assert.That(lines[0], Does.Not.Contain("Exception").And.Not.Contain("System."));
        return this;
    }
}
