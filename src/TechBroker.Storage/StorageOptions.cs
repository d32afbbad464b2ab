using TechBroker.Storage.Sql;

namespace TechBroker.Storage;

/// <summary>Section <c>Storage</c>.</summary>
public sealed record StorageOptions
{
    private const string Embedded = "Sqlite", Server = "SqlServer";

    /// <summary>Folder of the embedded database and of uploaded files.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The embedded database.</summary>
    public string DatabaseFile => Path.Combine(DataDirectory, "techbroker.db");

    /// <summary>Where an uploaded file lies.</summary>
    public string ImportFile(Guid jobId) => Path.Combine(DataDirectory, "imports", jobId.ToString("D"));

    /// <summary><c>Sqlite</c>, the embedded database in <see cref="DataDirectory"/>, or <c>SqlServer</c>, which <see cref="ConnectionString"/> names.</summary>
    public string Provider { get; set; } = Embedded;

    /// <summary><c>ConnectionStrings:TechBroker</c>; holds a password and is never shown.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>SQL Server only: the database has ALLOW_SNAPSHOT_ISOLATION on, and what reads with several statements sees one state throughout.</summary>
    public bool SnapshotIsolation { get; set; }

    public bool IsEmbedded => Provider == Embedded;

    /// <summary>How many waiting writes at most share one commit.</summary>
    public int GroupCommitLimit { get; set; } = 256;

    /// <summary>The way to the database; nothing is opened yet.</summary>
    public SqlDialect Dialect() => IsEmbedded ? new SqliteDialect(DatabaseFile) : new SqlServerDialect(ConnectionString!, SnapshotIsolation);

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        Provider is not (Embedded or Server) ? $"Storage:Provider is '{Provider}'; it must be {Embedded} or {Server}."
        : Provider == Server && SqlServerDialect.FaultOf(ConnectionString) is { } fault ? fault
        : SnapshotIsolation && IsEmbedded ? $"Storage:SnapshotIsolation is for {Server}; with {Embedded} every reader sees one state anyway."
        : string.IsNullOrWhiteSpace(DataDirectory) ? "Storage:DataDirectory is empty; name a folder."
        : GroupCommitLimit is < 1 or > 10_000 ? $"Storage:GroupCommitLimit is {GroupCommitLimit}; it must be 1 to 10,000."
        : null;

    /// <summary>Keys of this installation, readable by its user alone.</summary>
    public DirectoryInfo OpenKeyDirectory() => PrivateFolder.Create(Path.Combine(DataDirectory, "keys"));
}
