namespace TechBroker.Domain.Engagements;

/// <summary>Days on papers are those of the centre's own calendar: Beijing time, eight hours ahead of UTC, without summer time.</summary>
public static class CentreDay
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeOf(moment).DateTime);

    /// <summary>The same moment on the centre's clock.</summary>
    public static DateTimeOffset TimeOf(DateTimeOffset moment) => moment.ToOffset(Beijing);
}
