using System.Diagnostics;

namespace TechBroker.IntegrationTests.Support;

/// <summary>What an operating system does to processes.</summary>
internal static class Signals
{
    /// <param name="signal">Such as TERM, STOP or CONT.</param>
    /// <param name="pid">Of a process that a test has started.</param>
    public static async Task SendAsync(string signal, int pid)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{pid}"]);
        await kill.WaitForExitAsync();
    }
}
