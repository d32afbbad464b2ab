namespace TechBroker.Storage.Bus;

/// <summary>
/// Section <c>Retention</c>: for how many days is kept what the program needs to do everything once, and nobody reads afterwards. What tells of people
/// has its own section, <c>Privacy</c>. Messages in the outbox and parked ones that nobody has replayed stay for as long as it takes.
/// </summary>
public sealed record RetentionOptions
{
    /// <summary>Which consumer has dealt with which message. A message that comes again later still does nothing twice: it only costs
    /// more, and of what lies further back nobody is told.</summary>
    public int InboxDays { get; set; } = 30;

    /// <summary>Events of the live stream: how late a client may come back without having to read everything anew.</summary>
    public int EventDays { get; set; } = 7;

    /// <summary>Parked messages, after they were replayed.</summary>
    public int ReplayedMessageDays { get; set; } = 90;

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() => Days(InboxDays, nameof(InboxDays)) ?? Days(EventDays, nameof(EventDays)) ?? Days(ReplayedMessageDays, nameof(ReplayedMessageDays));

    private static string? Days(int days, string name) => days is < 1 or > 3_650 ? $"Retention:{name} is {days}; it must be 1 to 3,650." : null;
}
