namespace TechBroker.Storage.Privacy;

/// <summary>
/// Section <c>Privacy</c>: for how many days what tells of people is kept. The worker that erases it and the statement that everyone can read
/// (GET /privacy) both go by these numbers.
/// </summary>
public sealed record PrivacyOptions
{
    /// <summary>Network address and browser of a sign-in, after it was last used.</summary>
    public int SignInAddressDays { get; set; } = 30;

    /// <summary>What remains of a sign-in, after it ended.</summary>
    public int EndedSessionDays { get; set; } = 90;

    /// <summary>Traces of exchanged refresh tokens, after their session ended.</summary>
    public int SpentRefreshTokenDays { get; set; } = 7;

    /// <summary>Links that work once, after they were used or expired.</summary>
    public int OneTimeLinkDays { get; set; } = 30;

    /// <summary>Answers to requests with an Idempotency-Key.</summary>
    public int IdempotentAnswerDays { get; set; } = 7;

    /// <summary>Imported files and what was wrong in them, after the import.</summary>
    public int ImportFileDays { get; set; } = 90;

    /// <summary>Pictures of listings, after they were replaced or taken away, or their listing left the market for good.</summary>
    public int RemovedPictureDays { get; set; } = 30;

    /// <summary>Notices, after they were read.</summary>
    public int ReadNoticeDays { get; set; } = 180;

    /// <summary>Notices that nobody reads, after they were written.</summary>
    public int UnreadNoticeDays { get; set; } = 730;

    /// <summary>Mails, calls of webhooks and messages to robots, after they arrived or were given up.</summary>
    public int DeliveryDays { get; set; } = 30;

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        Days(SignInAddressDays, nameof(SignInAddressDays)) ?? Days(EndedSessionDays, nameof(EndedSessionDays)) ?? Days(SpentRefreshTokenDays, nameof(SpentRefreshTokenDays))
        ?? Days(OneTimeLinkDays, nameof(OneTimeLinkDays)) ?? Days(IdempotentAnswerDays, nameof(IdempotentAnswerDays)) ?? Days(ImportFileDays, nameof(ImportFileDays))
        ?? Days(RemovedPictureDays, nameof(RemovedPictureDays))
        ?? Days(ReadNoticeDays, nameof(ReadNoticeDays)) ?? Days(UnreadNoticeDays, nameof(UnreadNoticeDays)) ?? Days(DeliveryDays, nameof(DeliveryDays))
        ?? (SpentRefreshTokenDays > EndedSessionDays ? "Privacy:SpentRefreshTokenDays is above Privacy:EndedSessionDays: a token's trace cannot outlive its session." : null);

    private static string? Days(int days, string name) => days is < 1 or > 3_650 ? $"Privacy:{name} is {days}; it must be 1 to 3,650." : null;
}
