namespace TechBroker.Domain.Managers;

/// <summary>A time at a desk of the centre; <see cref="To"/> is the first moment after it.</summary>
public sealed record DeskShift(Guid Id, Guid ManagerId, DateTimeOffset From, DateTimeOffset To, string Desk);

/// <summary>A time in which nothing is dispatched to a manager; <see cref="To"/> is the first moment after it.</summary>
public sealed record Absence(Guid Id, Guid ManagerId, DateTimeOffset From, DateTimeOffset To, string? Reason);

/// <summary>Refusals around profiles, shifts and absences.</summary>
public static class ManagerErrors
{
    public static MarketError ShiftOverlaps(DeskShift other) => new("shift-overlaps", ErrorKind.Conflict, new(
        $"该技术经理人在此时段已有排班（{other.From:yyyy-MM-dd HH:mm} 至 {other.To:yyyy-MM-dd HH:mm} UTC，{other.Desk}），请先取消原排班或调整时间。",
        $"The manager is at desk {other.Desk} from {other.From:yyyy-MM-dd HH:mm} to {other.To:yyyy-MM-dd HH:mm} UTC; cancel that shift first or choose another time."));
}
