namespace TechBroker.Domain.Notices;

/// <summary>How long to wait before something that could not be delivered is tried again.</summary>
public static class Retries
{
    private static readonly TimeSpan[] WebhookWaits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    // A greylisting server asks to come back after minutes; the rest adds up to three days and a bit.
    private static readonly TimeSpan[] MailWaits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(8), TimeSpan.FromHours(16), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private const int MostRobot = 10;

    /// <summary>After the example of the Standard Webhooks specification.</summary>
    /// <param name="attempts">Made so far, at least one.</param>
    /// <param name="jitter">0 to 1: adds up to a tenth, so that what failed together does not come back together.</param>
    /// <returns>Null where it is given up.</returns>
    public static TimeSpan? Webhook(int attempts, double jitter) => Of(WebhookWaits, attempts, jitter);

    /// <inheritdoc cref="Webhook"/>
    public static TimeSpan? Mail(int attempts, double jitter) => Of(MailWaits, attempts, jitter);

    /// <summary>A robot's news is stale after an hour or so.</summary>
    public static TimeSpan? Robot(int attempts, double jitter) =>
        attempts >= MostRobot ? null : TimeSpan.FromSeconds(Math.Min(900, 15 * Math.Pow(2, attempts - 1)) * (1 + (jitter / 10)));

    private static TimeSpan? Of(TimeSpan[] waits, int attempts, double jitter) => attempts > waits.Length ? null : waits[attempts - 1] * (1 + (jitter / 10));
}
