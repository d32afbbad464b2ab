using System.Runtime.CompilerServices;

namespace TechBroker.IntegrationTests.Support;

/// <summary>Where the repository lies on the machine that built the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
