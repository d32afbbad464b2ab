using TechBroker.Domain.Managers;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Managers;

/// <summary>Shifts at the desks and absences.</summary>
public static class DutyStore
{
    private const string Shifts = "SELECT Id, AccountId AS ManagerId, StartsAt AS \"From\", EndsAt AS \"To\", Desk FROM ManagerShift";
    private const string Absences = "SELECT Id, AccountId AS ManagerId, StartsAt AS \"From\", EndsAt AS \"To\", Reason FROM ManagerAbsence";

    /// <summary>Those that touch the time between, by their begin; of one manager or of all.</summary>
    public static async Task<IReadOnlyList<DeskShift>> ShiftsAsync(SqlSession session, Guid? managerId, DateTimeOffset from, DateTimeOffset to) =>
        [.. (await session.ListAsync<Row>(
            $"{Shifts} WHERE (@managerId IS NULL OR AccountId = @managerId) AND StartsAt < @to AND EndsAt > @from ORDER BY StartsAt, Desk, Id",
            new { managerId, from, to })).Select(r => r.ToShift())];

    public static async Task<DeskShift?> FindShiftAsync(SqlSession session, Guid id) => (await session.FirstAsync<Row>($"{Shifts} WHERE Id = @id", new { id }))?.ToShift();

    public static async Task AddAsync(WriteSession session, DeskShift shift)
    {
        await session.RunAsync("INSERT INTO ManagerShift (Id, AccountId, StartsAt, EndsAt, Desk) VALUES (@Id, @ManagerId, @From, @To, @Desk)", shift);
        session.Record("shift.added", "shift", shift.Id, new { shift.ManagerId, shift.From, shift.To });
    }

    public static async Task RemoveAsync(WriteSession session, DeskShift shift)
    {
        await session.RunAsync("DELETE FROM ManagerShift WHERE Id = @Id", new { shift.Id });
        session.Record("shift.cancelled", "shift", shift.Id, new { shift.ManagerId });
    }

    /// <summary>Of one manager, those that end after a time, by their begin.</summary>
    public static async Task<IReadOnlyList<Absence>> AbsencesAsync(SqlSession session, Guid managerId, DateTimeOffset from) =>
        [.. (await session.ListAsync<Row>($"{Absences} WHERE AccountId = @managerId AND EndsAt > @from ORDER BY StartsAt, Id", new { managerId, from })).Select(r => r.ToAbsence())];

    public static async Task<Absence?> FindAbsenceAsync(SqlSession session, Guid id) => (await session.FirstAsync<Row>($"{Absences} WHERE Id = @id", new { id }))?.ToAbsence();

    public static async Task AddAsync(WriteSession session, Absence absence)
    {
        await session.RunAsync("INSERT INTO ManagerAbsence (Id, AccountId, StartsAt, EndsAt, Reason) VALUES (@Id, @ManagerId, @From, @To, @Reason)", absence);
        session.Record("absence.added", "absence", absence.Id, new { absence.ManagerId, absence.From, absence.To });
    }

    public static async Task RemoveAsync(WriteSession session, Absence absence)
    {
        await session.RunAsync("DELETE FROM ManagerAbsence WHERE Id = @Id", new { absence.Id });
        session.Record("absence.cancelled", "absence", absence.Id, new { absence.ManagerId });
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required Guid ManagerId { get; init; }

        public required DateTimeOffset From { get; init; }

        public required DateTimeOffset To { get; init; }

        public string? Desk { get; init; }

        public string? Reason { get; init; }

        public DeskShift ToShift() => new(Id, ManagerId, From, To, Desk!);

        public Absence ToAbsence() => new(Id, ManagerId, From, To, Reason);
    }
}
