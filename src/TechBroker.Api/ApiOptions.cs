namespace TechBroker.Api;

/// <summary>Section <c>Api</c>.</summary>
public sealed record ApiOptions
{
    /// <summary>Largest JSON body in bytes.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Largest uploaded file in bytes.</summary>
    public long MaxUploadBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Requests a second that one address may make; twice as many in a burst.</summary>
    public int RequestsPerSecond { get; set; } = 3_000;

    /// <summary>Days after publication on which a listing expires; it can be published again.</summary>
    public int ListingLifetimeDays { get; set; } = 730;

    /// <summary>Days after publication on which a need without a deadline expires; it can be published again.</summary>
    public int NeedLifetimeDays { get; set; } = 365;

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        MaxBodyBytes is < 1024 or > 64 * 1024 * 1024 ? $"Api:MaxBodyBytes is {MaxBodyBytes}; it must be 1,024 to 67,108,864."
        : MaxUploadBytes is < 1024 or > 1024L * 1024 * 1024 ? $"Api:MaxUploadBytes is {MaxUploadBytes}; it must be 1,024 to 1,073,741,824."
        : RequestsPerSecond is < 1 or > 1_000_000 ? $"Api:RequestsPerSecond is {RequestsPerSecond}; it must be 1 to 1,000,000."
        : ListingLifetimeDays is < 1 or > 36_500 ? $"Api:ListingLifetimeDays is {ListingLifetimeDays}; it must be 1 to 36,500."
        : NeedLifetimeDays is < 1 or > 36_500 ? $"Api:NeedLifetimeDays is {NeedLifetimeDays}; it must be 1 to 36,500."
        : null;
}
