namespace TechBroker.Storage.Evidence;

/// <summary>Section <c>Evidence</c>.</summary>
public sealed record EvidenceOptions
{
    /// <summary>Largest file in MB of 1,048,576 bytes.</summary>
    public int MaxFileMegabytes { get; set; } = 50;

    /// <summary>Files that a deal may have, without those withdrawn.</summary>
    public int MaxFilesPerDeal { get; set; } = 50;

    /// <summary>A clamd that sees each file before anybody can read it; no scanning where absent.</summary>
    public string? ClamHost { get; set; }

    public int ClamPort { get; set; } = 3310;

    /// <summary>How long the scanner may take over one file.</summary>
    public int ClamSeconds { get; set; } = 60;

    public long MaxFileBytes => MaxFileMegabytes * 1024L * 1024;

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        MaxFileMegabytes is < 1 or > 1_024 ? $"Evidence:MaxFileMegabytes is {MaxFileMegabytes}; it must be 1 to 1,024."
        : MaxFilesPerDeal is < 1 or > 1_000 ? $"Evidence:MaxFilesPerDeal is {MaxFilesPerDeal}; it must be 1 to 1,000."
        : ClamHost is not null && string.IsNullOrWhiteSpace(ClamHost) ? "Evidence:ClamHost is empty; name the host of a clamd or leave it out."
        : ClamPort is < 1 or > 65_535 ? $"Evidence:ClamPort is {ClamPort}; it must be 1 to 65,535."
        : ClamSeconds is < 1 or > 3_600 ? $"Evidence:ClamSeconds is {ClamSeconds}; it must be 1 to 3,600."
        : null;
}
