namespace TechBroker.Storage.Audit;

/// <summary>Section <c>Audit</c>.</summary>
public sealed record AuditOptions
{
    /// <summary>32 bytes as base64, in place of the file DATA/keys/audit.key.</summary>
    public string? Key { get; set; }

    /// <summary>The sentence that names a wrong key, or null; the value itself is a secret and is not repeated.</summary>
    public string? Fault() =>
        Key is null || (Convert.TryFromBase64String(Key, new byte[Key.Length], out var length) && length == AuditKey.Bytes) ? null
        : $"Audit:Key must be {AuditKey.Bytes} bytes as base64, as 'openssl rand -base64 32' prints them.";

    /// <summary>The configured key, or the one of the data folder.</summary>
    public AuditKey KeyFor(string dataDirectory) => Key is null ? AuditKey.InFolder(dataDirectory) : AuditKey.Of(Convert.FromBase64String(Key));
}
