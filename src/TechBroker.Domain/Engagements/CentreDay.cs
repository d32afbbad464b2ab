namespace TechBroker.Domain.Engagements;

/// <summary>Days on papers are those of the centre's own calendar: Beijing time, eight hours ahead of UTC, without summer time.</summary>
public static class CentreDay
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Beijing).DateTime);
}
