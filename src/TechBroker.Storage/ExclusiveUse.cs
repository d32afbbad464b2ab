namespace TechBroker.Storage;

/// <summary>
/// Held by the one process that relays messages of an embedded data folder. The operating system lets go of it however the process ends.
/// </summary>
public sealed class ExclusiveUse : IDisposable
{
    private readonly FileStream file;

    private ExclusiveUse(FileStream file) => this.file = file;

    /// <returns>Null where another process holds the folder.</returns>
    public static ExclusiveUse? TryTake(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        try
        {
            return new ExclusiveUse(new FileStream(Path.Combine(dataDirectory, "techbroker.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
