using System.Text;

namespace TechBroker.Verbs;

/// <summary>A file of the operator's: readable by its owner alone, because it may say what others keep to themselves; the same bytes on any machine.</summary>
internal static class OperatorFile
{
    public static async Task WriteAsync(string path, IEnumerable<string> lines, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(path, new UTF8Encoding(false), options) { NewLine = "\n" };
        foreach (var line in lines)
        {
            await writer.WriteLineAsync(line.AsMemory(), ct);
        }
    }
}
