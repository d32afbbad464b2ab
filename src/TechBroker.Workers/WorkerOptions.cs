namespace TechBroker.Workers;

/// <summary>Section <c>Workers</c>.</summary>
public sealed record WorkerOptions
{
    /// <summary>Whether <c>serve</c> scores in its own process.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many of the other side are stored for a listing or need.</summary>
    public int TopK { get; set; } = 10;

    /// <summary>Level from which a match is proposed to the two sides: 1 unrelated, 2 weak, 3 fairly strong, 4 strong.</summary>
    public int ProposeLevel { get; set; } = 3;

    /// <summary>Messages scored and committed together at most.</summary>
    public int BatchSize { get; set; } = 64;

    /// <summary>How long a batch waits for more messages, in milliseconds.</summary>
    public int BatchWaitMilliseconds { get; set; } = 5;

    /// <summary>Messages on the bus whose consumer has not committed yet, at most; the rest waits in the outbox.</summary>
    public int InFlightLimit { get; set; } = 2_000;

    /// <summary>After so many seconds without its consumer's commit, a message is sent again.</summary>
    public int RedeliverAfterSeconds { get; set; } = 60;

    /// <summary>How often the relay looks for rows of other processes, in milliseconds.</summary>
    public int PollMilliseconds { get; set; } = 500;

    /// <summary>After so many minutes on the same messages a consumer counts as standing still.</summary>
    public int StalledMinutes { get; set; } = 5;

    /// <summary>Where <c>worker</c> answers /health/live and /health/ready for probes, such as http://127.0.0.1:5081; nowhere where absent.</summary>
    public string? HealthUrl { get; set; }

    /// <summary>
    /// For how long work that one process does for all stays its own without a sign of life, in seconds; after a crash another process, or the
    /// next start, goes on that much later.
    /// </summary>
    public int LeaseSeconds { get; set; } = 30;

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        TopK is < 1 or > 1_000 ? $"Workers:TopK is {TopK}; it must be 1 to 1,000."
        : ProposeLevel is < 1 or > 4 ? $"Workers:ProposeLevel is {ProposeLevel}; it must be 1 to 4."
        : BatchSize is < 1 or > 1_000 ? $"Workers:BatchSize is {BatchSize}; it must be 1 to 1,000."
        : BatchWaitMilliseconds is < 1 or > 60_000 ? $"Workers:BatchWaitMilliseconds is {BatchWaitMilliseconds}; it must be 1 to 60,000."
        : InFlightLimit is < 1 or > 1_000_000 ? $"Workers:InFlightLimit is {InFlightLimit}; it must be 1 to 1,000,000."
        : RedeliverAfterSeconds is < 1 or > 86_400 ? $"Workers:RedeliverAfterSeconds is {RedeliverAfterSeconds}; it must be 1 to 86,400."
        : PollMilliseconds is < 1 or > 60_000 ? $"Workers:PollMilliseconds is {PollMilliseconds}; it must be 1 to 60,000."
        : StalledMinutes is < 1 or > 1_440 ? $"Workers:StalledMinutes is {StalledMinutes}; it must be 1 to 1,440."
        : HealthUrl is not null && !IsAddress(HealthUrl) ? $"Workers:HealthUrl is '{HealthUrl}'; it must be an address to listen on such as http://127.0.0.1:5081."
        : LeaseSeconds is < 3 or > 3_600 ? $"Workers:LeaseSeconds is {LeaseSeconds}; it must be 3 to 3,600."
        : null;

    // A star listens on every address of the machine or container, which no Uri has for a host.
    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri is { Scheme: "http", PathAndQuery: "/", Fragment: "" };
}
