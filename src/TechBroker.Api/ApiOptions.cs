namespace TechBroker.Api;

/// <summary>Section <c>Api</c>.</summary>
public sealed record ApiOptions
{
    /// <summary>Largest JSON body in bytes.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Largest uploaded file in bytes.</summary>
    public long MaxUploadBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Requests a second that one address (IPv6: its /64) may make; twice as many in a burst.</summary>
    public int RequestsPerSecond { get; set; } = 3_000;

    /// <summary>Requests a second that one account may make from wherever it is signed in; twice as many in a burst.</summary>
    public int AccountRequestsPerSecond { get; set; } = 3_000;

    /// <summary>Requests a second that visitors at one address may make without signing in; twice as many in a burst.</summary>
    public int AnonymousRequestsPerSecond { get; set; } = 1_000;

    /// <summary>Requests a second to /auth that one address may make; twice as many in a burst.</summary>
    public int SignInRequestsPerSecond { get; set; } = 100;

    /// <summary>Files that one account may upload at the same time.</summary>
    public int UploadsPerAccount { get; set; } = 8;

    /// <summary>Files that one account, or one address without an account, may have made for download at the same time.</summary>
    public int ExportsPerAccount { get; set; } = 8;

    /// <summary>Live streams that one account may keep open.</summary>
    public int StreamsPerAccount { get; set; } = 200;

    /// <summary>Live streams that may be open in all.</summary>
    public int Streams { get; set; } = 5_000;

    /// <summary>
    /// Addresses and networks (10.0.0.0/8) of proxies whose X-Forwarded-For, -Proto and -Host are believed; none where empty. One setting
    /// with commas between, or one each (Api__TrustedProxies__0).
    /// </summary>
    public IList<string> TrustedProxies { get; init; } = [];

    /// <summary>Days after publication on which a listing expires; it can be published again.</summary>
    public int ListingLifetimeDays { get; set; } = 730;

    /// <summary>Days after publication on which a need without a deadline expires; it can be published again.</summary>
    public int NeedLifetimeDays { get; set; } = 365;

    /// <summary>For how long an import stays its process's without a sign of life, in seconds; after a crash it goes on that much later.</summary>
    public int ImportLeaseSeconds { get; set; } = 15;

    /// <summary>
    /// For how long a server that is to stop still serves while it already says that it is not ready, in seconds: as long as whatever sends it
    /// requests takes to notice. Zero where nobody asks.
    /// </summary>
    public int DrainSeconds { get; set; }

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        MaxBodyBytes is < 1024 or > 64 * 1024 * 1024 ? $"Api:MaxBodyBytes is {MaxBodyBytes}; it must be 1,024 to 67,108,864."
        : MaxUploadBytes is < 1024 or > 1024L * 1024 * 1024 ? $"Api:MaxUploadBytes is {MaxUploadBytes}; it must be 1,024 to 1,073,741,824."
        : RequestsPerSecond is < 1 or > 1_000_000 ? $"Api:RequestsPerSecond is {RequestsPerSecond}; it must be 1 to 1,000,000."
        : AccountRequestsPerSecond is < 1 or > 1_000_000 ? $"Api:AccountRequestsPerSecond is {AccountRequestsPerSecond}; it must be 1 to 1,000,000."
        : AnonymousRequestsPerSecond is < 1 or > 1_000_000 ? $"Api:AnonymousRequestsPerSecond is {AnonymousRequestsPerSecond}; it must be 1 to 1,000,000."
        : SignInRequestsPerSecond is < 1 or > 1_000_000 ? $"Api:SignInRequestsPerSecond is {SignInRequestsPerSecond}; it must be 1 to 1,000,000."
        : UploadsPerAccount is < 1 or > 10_000 ? $"Api:UploadsPerAccount is {UploadsPerAccount}; it must be 1 to 10,000."
        : ExportsPerAccount is < 1 or > 10_000 ? $"Api:ExportsPerAccount is {ExportsPerAccount}; it must be 1 to 10,000."
        : StreamsPerAccount is < 1 or > 100_000 ? $"Api:StreamsPerAccount is {StreamsPerAccount}; it must be 1 to 100,000."
        : Streams is < 1 or > 1_000_000 ? $"Api:Streams is {Streams}; it must be 1 to 1,000,000."
        : Http.TrustedProxies.Wrong(TrustedProxies) is { } proxy ? $"Api:TrustedProxies holds '{proxy}'; each must be an address such as 10.0.0.7 or a network such as 10.0.0.0/8."
        : ListingLifetimeDays is < 1 or > 36_500 ? $"Api:ListingLifetimeDays is {ListingLifetimeDays}; it must be 1 to 36,500."
        : NeedLifetimeDays is < 1 or > 36_500 ? $"Api:NeedLifetimeDays is {NeedLifetimeDays}; it must be 1 to 36,500."
        : ImportLeaseSeconds is < 3 or > 3_600 ? $"Api:ImportLeaseSeconds is {ImportLeaseSeconds}; it must be 3 to 3,600."
        : DrainSeconds is < 0 or > 300 ? $"Api:DrainSeconds is {DrainSeconds}; it must be 0 to 300."
        : null;
}
