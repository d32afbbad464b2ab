using TechBroker.Domain.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>Meetings in the database. The log, the live stream and the message are those of the engagement's step that goes with each write.</summary>
public static class MeetingStore
{
    private const string Columns = """
        Id, EngagementId, State, StartsAt, EndsAt, Place, Agenda, Note, Outcome, Shared, CancelReason, Sequence, CreatedBy, CreatedAt, UpdatedAt
        """;

    public static Task<int> InsertAsync(WriteSession session, Meeting meeting) => session.RunAsync(
        $"""
        INSERT INTO Meeting ({Columns})
        VALUES (@Id, @EngagementId, @State, @StartsAt, @EndsAt, @Place, @Agenda, @Note, @Outcome, @Shared, @CancelReason, @Sequence, @CreatedBy, @CreatedAt, @UpdatedAt)
        """,
        MeetingRow.Of(meeting));

    public static Task<int> UpdateAsync(WriteSession session, Meeting meeting) => session.RunAsync(
        """
        UPDATE Meeting
           SET State = @State, StartsAt = @StartsAt, EndsAt = @EndsAt, Place = @Place, Agenda = @Agenda, Note = @Note, Outcome = @Outcome,
               Shared = @Shared, CancelReason = @CancelReason, Sequence = @Sequence, UpdatedAt = @UpdatedAt
         WHERE Id = @Id
        """,
        MeetingRow.Of(meeting));

    public static async Task<Meeting?> FindAsync(SqlSession session, Guid id) =>
        (await session.FirstAsync<MeetingRow>($"SELECT {Columns} FROM Meeting WHERE Id = @id", new { id }))?.ToMeeting();

    /// <summary>In the order in which they take place.</summary>
    public static async Task<IReadOnlyList<Meeting>> OfEngagementAsync(SqlSession session, Guid engagementId) =>
        [.. (await session.ListAsync<MeetingRow>(
            $"SELECT {Columns} FROM Meeting WHERE EngagementId = @engagementId ORDER BY StartsAt, Id", new { engagementId })).Select(r => r.ToMeeting())];

    /// <summary>Those that one step of the engagement planned, moved or called off and that no later one changed since; each has the step's time.</summary>
    public static async Task<IReadOnlyList<Meeting>> ArrangedAsync(SqlSession session, Guid engagementId, DateTimeOffset at) =>
        [.. (await session.ListAsync<MeetingRow>(
            $"SELECT {Columns} FROM Meeting WHERE EngagementId = @engagementId AND UpdatedAt = @at AND State <> 'held' ORDER BY StartsAt, Id", new { engagementId, at })).Select(r => r.ToMeeting())];

    /// <summary>With the engagement end the meetings that lie ahead; whoever was invited to them is told so by their invitations.</summary>
    internal static Task<int> CancelPlannedAsync(WriteSession session, Guid engagementId, DateTimeOffset now) => session.RunAsync(
        "UPDATE Meeting SET State = 'cancelled', Sequence = Sequence + 1, UpdatedAt = @now WHERE EngagementId = @engagementId AND State = 'planned'",
        new { engagementId, now });
}
