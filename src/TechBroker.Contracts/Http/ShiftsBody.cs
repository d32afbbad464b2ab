namespace TechBroker.Contracts.Http;

/// <summary>Shifts by their begin.</summary>
public sealed record ShiftsBody
{
    public required IReadOnlyList<ShiftBody> Items { get; init; }
}
