using TechBroker.Storage.Sql;

namespace TechBroker.Storage.People;

/// <summary>Accounts in the database; two of them never share an e-mail address.</summary>
public static class AccountStore
{
    private const string Columns = """
        Id, Revision, Email, NormalizedEmail, DisplayName, PasswordHash, SecurityStamp, Roles, OrganisationId, IsApprover, State,
        FailedSignIns, LockedUntil, AuthenticatorKey, SecondFactor, LastTotpStep, MatchingObjected, CreatedAt, UpdatedAt, LastSignInAt
        """;

    public static Task InsertAsync(WriteSession session, Account account)
    {
        session.Record("account.created", "account", account.Id, Rights(account));
        return session.RunAsync(
            $"""
            INSERT INTO Account ({Columns})
            VALUES (@Id, @Revision, @Email, @NormalizedEmail, @DisplayName, @PasswordHash, @SecurityStamp, @Roles, @OrganisationId,
                    @IsApprover, @State, @FailedSignIns, @LockedUntil, @AuthenticatorKey, @SecondFactor, @LastTotpStep,
                    @MatchingObjected, @CreatedAt, @UpdatedAt, @LastSignInAt)
            """,
            account);
    }

    /// <summary>What an account may do, for the audit record; nothing that tells who the person is.</summary>
    public static object Rights(Account account) => new { account.RoleList, account.OrganisationId, account.IsApprover, account.State };

    /// <summary>Replaces the revision that was read. What a sign-in counts is not touched: see the methods below.</summary>
    /// <returns>False where somebody else was first.</returns>
    public static async Task<bool> UpdateAsync(WriteSession session, Account account, DateTimeOffset now)
    {
        account.UpdatedAt = now;
        var changed = await session.RunAsync(
            """
            UPDATE Account
               SET Revision = Revision + 1, Email = @Email, NormalizedEmail = @NormalizedEmail, DisplayName = @DisplayName,
                   PasswordHash = @PasswordHash, SecurityStamp = @SecurityStamp, Roles = @Roles, OrganisationId = @OrganisationId,
                   IsApprover = @IsApprover, State = @State, AuthenticatorKey = @AuthenticatorKey, SecondFactor = @SecondFactor,
                   MatchingObjected = @MatchingObjected, UpdatedAt = @UpdatedAt
             WHERE Id = @Id AND Revision = @Revision
            """,
            account);
        account.Revision += changed;
        return changed == 1;
    }

    public static Task<Account?> FindAsync(SqlSession session, Guid id) =>
        session.FirstAsync<Account>($"SELECT {Columns} FROM Account WHERE Id = @id", new { id });

    public static Task<Account?> FindByEmailAsync(SqlSession session, string normalizedEmail) =>
        session.FirstAsync<Account>($"SELECT {Columns} FROM Account WHERE NormalizedEmail = @normalizedEmail", new { normalizedEmail });

    /// <summary>Whether the person objects to automated matching of what they post for no organisation.</summary>
    public static async Task<bool> ObjectsAsync(SqlSession session, Guid? id) => id is not null
        && await session.FirstAsync<bool>("SELECT MatchingObjected FROM Account WHERE Id = @id", new { id });

    public static async Task<bool> AnyAsync(SqlSession session) => await session.FirstAsync<int>("SELECT COUNT(*) FROM Account") > 0;

    public static async Task<bool> IsLastAdminAsync(SqlSession session, Guid id) => await session.FirstAsync<int>(
        "SELECT COUNT(*) FROM Account WHERE State = 'active' AND Roles LIKE '%\"admin\"%' AND Id <> @id", new { id }) == 0;

    /// <summary>Newest first, from below the given place; with a text only those who have it in their name or e-mail address.</summary>
    public static Task<IReadOnlyList<Account>> PageAsync(SqlSession session, string? text, DateTimeOffset? before, Guid? beforeId, int limit) =>
        session.ListAsync<Account>(
            $"""
            SELECT {Columns} FROM Account
             WHERE (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
               AND (@pattern IS NULL OR DisplayName LIKE @pattern ESCAPE '!' OR Email LIKE @pattern ESCAPE '!')
             ORDER BY CreatedAt DESC, Id DESC{session.Dialect.Limit}
            """,
            new { pattern = text is null ? null : LikePattern.Containing(text), before, beforeId, Limit = limit });

    /// <summary>Counts a wrong password or code, in the database: of a hundred simultaneous guesses each one counts.</summary>
    public static Task FailedAsync(WriteSession session, Guid id, int lockAfter, DateTimeOffset lockUntil) => session.RunAsync(
        """
        UPDATE Account
           SET FailedSignIns = CASE WHEN FailedSignIns + 1 >= @lockAfter THEN 0 ELSE FailedSignIns + 1 END,
               LockedUntil = CASE WHEN FailedSignIns + 1 >= @lockAfter THEN @lockUntil ELSE LockedUntil END
         WHERE Id = @id
        """,
        new { id, lockAfter, lockUntil });

    public static Task SignedInAsync(WriteSession session, Guid id, DateTimeOffset now) =>
        session.RunAsync("UPDATE Account SET FailedSignIns = 0, LockedUntil = NULL, LastSignInAt = @now WHERE Id = @id", new { id, now });

    /// <summary>Whoever proved by a link who they are need not wait for the end of a lock.</summary>
    public static Task UnlockAsync(WriteSession session, Guid id) =>
        session.RunAsync("UPDATE Account SET FailedSignIns = 0, LockedUntil = NULL WHERE Id = @id", new { id });

    /// <summary>Takes a time step of the authenticator; false where it, or a later one, was taken before.</summary>
    public static async Task<bool> TakeTotpStepAsync(WriteSession session, Guid id, long step) =>
        await session.RunAsync("UPDATE Account SET LastTotpStep = @step WHERE Id = @id AND LastTotpStep < @step", new { id, step }) == 1;

    /// <summary>A better hash of the same password.</summary>
    public static Task RehashedAsync(WriteSession session, Guid id, string oldHash, string newHash) =>
        session.RunAsync("UPDATE Account SET PasswordHash = @newHash WHERE Id = @id AND PasswordHash = @oldHash", new { id, oldHash, newHash });
}
