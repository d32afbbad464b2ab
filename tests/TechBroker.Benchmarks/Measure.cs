using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TechBroker.Benchmarks;

/// <summary>Medians, spreads, and the machine that they were taken on.</summary>
internal static class Measure
{
    public static void PrintMachine()
    {
        var cpu = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        Print($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores ({cpu ?? RuntimeInformation.ProcessArchitecture.ToString()}), .NET {Environment.Version}");
    }

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>A line with median and spread of times in milliseconds, and how many times those of the first they are.</summary>
    public static void PrintLine(string what, List<double> times, List<double> first)
    {
        var ratio = Quantile(times, 0.5) / Quantile(first, 0.5);
        Print($"  {what,-42} {Quantile(times, 0.5),12:0.000} ms ({times.Min():0.000}-{times.Max():0.000}){(ReferenceEquals(times, first) ? "" : string.Create(CultureInfo.InvariantCulture, $"  {ratio:0.00} x"))}");
    }

    /// <summary>The sorted values' p-th quantile, 0 to 1.</summary>
    public static double Quantile(IEnumerable<double> values, double p)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(p * sorted.Length))];
    }

    public static double Milliseconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Durable 4 KB writes a second in a folder: the ruler for everything that commits.</summary>
    public static double FsyncsPerSecond(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "fsync.tmp"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        var block = new byte[4096];
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < 1)
        {
            file.Write(block);
            file.Flush(flushToDisk: true);
            count++;
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
