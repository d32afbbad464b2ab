using TechBroker.Domain.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.People;

/// <summary>
/// Takes a person out of the database. The row stays under a pseudonym, because contracts, engagements and the audit record name it by its id
/// and must keep telling one person's acts from another's.
/// </summary>
public static class AccountErasure
{
    // In this order: rows that refer to others go first.
    private static readonly string[] Statements =
    [
        "DELETE FROM SpentRefreshToken WHERE SessionId IN (SELECT Id FROM LoginSession WHERE AccountId = @Id)",
        "DELETE FROM LoginSession WHERE AccountId = @Id",
        "DELETE FROM ApiKey WHERE AccountId = @Id",
        "DELETE FROM RecoveryCode WHERE AccountId = @Id",
        "DELETE FROM ExternalLogin WHERE AccountId = @Id",
        "DELETE FROM OneTimeLink WHERE AccountId = @Id",
        "DELETE FROM Notice WHERE AccountId = @Id",
        "DELETE FROM NoticeSettings WHERE AccountId = @Id",
        "DELETE FROM Delivery WHERE AccountId = @Id",
        "DELETE FROM EventReader WHERE ReaderId = @Id",
        "DELETE FROM ManagerShift WHERE AccountId = @Id",
        "DELETE FROM ManagerAbsence WHERE AccountId = @Id",
        "DELETE FROM ManagerProfile WHERE AccountId = @Id",
        "UPDATE ConflictDeclaration SET Note = NULL, WithdrawnAt = COALESCE(WithdrawnAt, @now) WHERE AccountId = @Id",
        """
        UPDATE Account
           SET Revision = Revision + 1, Email = @Email, NormalizedEmail = @NormalizedEmail, DisplayName = @DisplayName, PasswordHash = NULL,
               SecurityStamp = @SecurityStamp, Roles = '[]', OrganisationId = NULL, IsApprover = 0, State = 'deleted', FailedSignIns = 0,
               LockedUntil = NULL, AuthenticatorKey = NULL, SecondFactor = 0, LastTotpStep = 0, MatchingObjected = 0, UpdatedAt = @now,
               LastSignInAt = NULL
         WHERE Id = @Id
        """,
    ];

    /// <summary>Live engagements that the person runs: somebody else has to take them first.</summary>
    public static Task<int> RunningEngagementsAsync(SqlSession session, Guid id) =>
        session.FirstAsync<int>("SELECT COUNT(*) FROM Engagement WHERE ManagerId = @id AND State <> 'closed'", new { id });

    /// <param name="session">In which the account was read.</param>
    /// <param name="id">Whose.</param>
    /// <param name="stamp">A new security stamp.</param>
    /// <param name="now">The time of erasure.</param>
    public static async Task EraseAsync(WriteSession session, Guid id, string stamp, DateTimeOffset now)
    {
        var email = Pseudonym.EmailOf(id);
        var row = new { Id = id, Email = email, NormalizedEmail = email.ToUpperInvariant(), DisplayName = Pseudonym.Of(id).Zh, SecurityStamp = stamp, now };
        foreach (var statement in Statements)
        {
            await session.RunAsync(statement, row);
        }

        await IdempotentAnswerStore.ForgetAboutAsync(session, id);
        await IdempotentAnswerStore.ForgetToAsync(session, id);
    }
}
