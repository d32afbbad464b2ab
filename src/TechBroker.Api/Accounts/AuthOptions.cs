namespace TechBroker.Api.Accounts;

/// <summary>Section <c>Auth</c>.</summary>
public sealed record AuthOptions
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512; a hash with fewer is made anew at the next sign-in. OWASP asks for 210,000.</summary>
    public int PasswordIterations { get; set; } = 210_000;

    /// <summary>Fewest characters of a password.</summary>
    public int PasswordLength { get; set; } = 8;

    /// <summary>Wrong passwords or codes in a row after which an account is locked.</summary>
    public int LockAfter { get; set; } = 10;

    /// <summary>Minutes for which it is locked.</summary>
    public int LockMinutes { get; set; } = 15;

    /// <summary>Refused sign-ins within five minutes after which an address has to wait.</summary>
    public int RefusalsPerAddress { get; set; } = 100;

    /// <summary>Minutes for which an access token is good.</summary>
    public int AccessMinutes { get; set; } = 60;

    /// <summary>Days after which a program has to sign in again, however often it refreshes.</summary>
    public int ProgramDays { get; set; } = 30;

    /// <summary>Minutes without a request after which a browser has to sign in again.</summary>
    public int BrowserIdleMinutes { get; set; } = 12 * 60;

    /// <summary>Days after which a browser has to sign in again in any case.</summary>
    public int BrowserDays { get; set; } = 7;

    /// <summary>Minutes for which a link to set a new password is good.</summary>
    public int LinkMinutes { get; set; } = 60;

    /// <summary>Days for which the link is good that comes with a new account.</summary>
    public int InvitationDays { get; set; } = 7;

    /// <summary>Where people reach the server, such as https://market.example.org, if that is not what their requests say (behind a proxy).</summary>
    public string? PublicAddress { get; set; }

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        PasswordIterations is < 210_000 or > 10_000_000 ? $"Auth:PasswordIterations is {PasswordIterations}; it must be 210,000 to 10,000,000."
        : PasswordLength is < 8 or > 64 ? $"Auth:PasswordLength is {PasswordLength}; it must be 8 to 64."
        : LockAfter is < 3 or > 100 ? $"Auth:LockAfter is {LockAfter}; it must be 3 to 100."
        : LockMinutes is < 1 or > 1440 ? $"Auth:LockMinutes is {LockMinutes}; it must be 1 to 1,440."
        : RefusalsPerAddress is < 5 or > 100_000 ? $"Auth:RefusalsPerAddress is {RefusalsPerAddress}; it must be 5 to 100,000."
        : AccessMinutes is < 1 or > 1440 ? $"Auth:AccessMinutes is {AccessMinutes}; it must be 1 to 1,440."
        : ProgramDays is < 1 or > 365 ? $"Auth:ProgramDays is {ProgramDays}; it must be 1 to 365."
        : BrowserIdleMinutes is < 5 or > 10_080 ? $"Auth:BrowserIdleMinutes is {BrowserIdleMinutes}; it must be 5 to 10,080."
        : BrowserDays is < 1 or > 90 ? $"Auth:BrowserDays is {BrowserDays}; it must be 1 to 90."
        : LinkMinutes is < 5 or > 1440 ? $"Auth:LinkMinutes is {LinkMinutes}; it must be 5 to 1,440."
        : InvitationDays is < 1 or > 90 ? $"Auth:InvitationDays is {InvitationDays}; it must be 1 to 90."
        : PublicAddress is not null && (!Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            ? $"Auth:PublicAddress is '{PublicAddress}'; it must be an address such as https://market.example.org."
        : null;
}
