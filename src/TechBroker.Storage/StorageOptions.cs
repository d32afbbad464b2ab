namespace TechBroker.Storage;

/// <summary>Section <c>Storage</c>.</summary>
public sealed record StorageOptions
{
    /// <summary>Folder of the embedded database and of uploaded files.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The embedded database.</summary>
    public string DatabaseFile => Path.Combine(DataDirectory, "techbroker.db");

    /// <summary>Where an uploaded file lies.</summary>
    public string ImportFile(Guid jobId) => Path.Combine(DataDirectory, "imports", jobId.ToString("D"));

    /// <summary>Only <c>Sqlite</c> so far.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>How many waiting writes at most share one commit.</summary>
    public int GroupCommitLimit { get; set; } = 256;

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        Provider != "Sqlite" ? $"Storage:Provider is '{Provider}'; this version knows only Sqlite."
        : string.IsNullOrWhiteSpace(DataDirectory) ? "Storage:DataDirectory is empty; name a folder."
        : GroupCommitLimit is < 1 or > 10_000 ? $"Storage:GroupCommitLimit is {GroupCommitLimit}; it must be 1 to 10,000."
        : null;

    /// <summary>Keys of this installation, readable by its user alone.</summary>
    public DirectoryInfo OpenKeyDirectory() => PrivateFolder.Create(Path.Combine(DataDirectory, "keys"));
}
