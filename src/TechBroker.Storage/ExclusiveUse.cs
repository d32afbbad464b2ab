namespace TechBroker.Storage;

/// <summary>
/// Held by the one process that relays messages of an embedded data folder. The operating system lets go of it however the process ends.
/// </summary>
public sealed class ExclusiveUse : IDisposable
{
    private readonly FileStream file;

    private ExclusiveUse(FileStream file) => this.file = file;

    /// <returns>Null where another process holds the folder.</returns>
    public static ExclusiveUse? TryTake(string dataDirectory) => TryOpen(dataDirectory, FileAccess.ReadWrite, FileShare.None);

    /// <summary>For those who relay through a broker: beside each other, and beside none that takes the folder for itself.</summary>
    /// <returns>Null where another process holds the folder alone.</returns>
    public static ExclusiveUse? TryShare(string dataDirectory) => TryOpen(dataDirectory, FileAccess.Read, FileShare.Read);

    private static ExclusiveUse? TryOpen(string dataDirectory, FileAccess access, FileShare share)
    {
        Directory.CreateDirectory(dataDirectory);
        try
        {
            return new ExclusiveUse(new FileStream(Path.Combine(dataDirectory, "techbroker.lock"), FileMode.OpenOrCreate, access, share));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
