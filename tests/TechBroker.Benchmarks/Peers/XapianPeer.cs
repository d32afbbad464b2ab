using System.Diagnostics;
using System.Globalization;

namespace TechBroker.Benchmarks.Peers;

/// <summary>Xapian in a Python process of its own, which gets the same words and measures itself: what goes between the processes does not count.</summary>
internal sealed class XapianPeer : IDisposable
{
    public const string Missing = "Xapian is missing: apt-get install python3-xapian (Debian), then again.";

    private readonly Process process;

    private XapianPeer(Process process, string version) => (this.process, Version) = (process, version);

    public string Version { get; }

    /// <summary>Null where Python or its Xapian is missing.</summary>
    public static XapianPeer? Start()
    {
        // Debian's package is for Debian's Python, whichever else may stand first in the path.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        try
        {
            var script = Path.Combine(AppContext.BaseDirectory, "Peers", "xapian_peer.py");
            var process = Process.Start(new ProcessStartInfo(python, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            if (process.StandardOutput.ReadLine() is { } line && line.StartsWith("ready ", StringComparison.Ordinal))
            {
                return new XapianPeer(process, line[6..]);
            }

            process.Dispose();
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public void Document(IEnumerable<string> words) => process.StandardInput.WriteLine("D " + string.Join(' ', words));

    public void Query(IEnumerable<string> words) => process.StandardInput.WriteLine("Q " + string.Join(' ', words));

    /// <returns>Milliseconds per query, and how many hits all queries had.</returns>
    public (double Milliseconds, int Hits) Run(int top)
    {
        process.StandardInput.WriteLine($"R {top}");
        process.StandardInput.Flush();
        var answer = (process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Xapian's process ended.")).Split(' ');
        return (double.Parse(answer[0], CultureInfo.InvariantCulture), int.Parse(answer[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
