namespace TechBroker.Contracts.Http;

/// <summary>Absences by their begin.</summary>
public sealed record AbsencesBody
{
    public required IReadOnlyList<AbsenceBody> Items { get; init; }
}
