using TechBroker.Storage.Sql;

namespace TechBroker.Storage.People;

/// <summary>A sign-in that has not ended, or has.</summary>
public sealed record LoginSession
{
    public const string Browser = "browser", Program = "program";

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>browser or program.</summary>
    public required string Kind { get; init; }

    public required string AccessHash { get; init; }

    public required DateTimeOffset AccessExpiresAt { get; init; }

    public string? RefreshHash { get; init; }

    /// <summary>However often it is refreshed, it ends then.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public string? Address { get; init; }

    public string? UserAgent { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public string? RevokedBecause { get; init; }
}

/// <summary>Whom an access token or an API key stands for, as of this moment: nothing of it is kept between two requests.</summary>
public sealed record SignedIn
{
    public required Guid AccountId { get; init; }

    public required string DisplayName { get; init; }

    public required string Roles { get; init; }

    public Guid? OrganisationId { get; init; }

    public required bool IsApprover { get; init; }

    /// <summary>The session, or null for an API key.</summary>
    public Guid? SessionId { get; init; }

    public Guid? ApiKeyId { get; init; }

    /// <summary>browser, program or apiKey.</summary>
    public required string Via { get; init; }

    /// <summary>read or write, of an API key.</summary>
    public string? Scope { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }
}

public static class SessionStore
{
    private const string Columns =
        "Id, AccountId, Kind, AccessHash, AccessExpiresAt, RefreshHash, EndsAt, CreatedAt, LastSeenAt, Address, UserAgent, RevokedAt, RevokedBecause";

    public static Task InsertAsync(WriteSession session, LoginSession login) => session.RunAsync(
        $"""
        INSERT INTO LoginSession ({Columns})
        VALUES (@Id, @AccountId, @Kind, @AccessHash, @AccessExpiresAt, @RefreshHash, @EndsAt, @CreatedAt, @LastSeenAt, @Address, @UserAgent,
                @RevokedAt, @RevokedBecause)
        """,
        login);

    /// <summary>Who holds the token. A revoked or ended session, or an account that is not active, is nobody.</summary>
    public static Task<SignedIn?> FindByAccessAsync(SqlSession session, string hash, DateTimeOffset now) => session.FirstAsync<SignedIn>(
        """
        SELECT a.Id AS AccountId, a.DisplayName, a.Roles, a.OrganisationId, a.IsApprover, s.Id AS SessionId, s.Kind AS Via,
               s.AccessExpiresAt AS ExpiresAt, s.LastSeenAt
          FROM LoginSession s JOIN Account a ON a.Id = s.AccountId
         WHERE s.AccessHash = @hash AND s.AccessExpiresAt > @now AND s.RevokedAt IS NULL AND a.State = 'active'
        """,
        new { hash, now });

    public static Task<LoginSession?> FindByRefreshAsync(SqlSession session, string hash) =>
        session.FirstAsync<LoginSession>($"SELECT {Columns} FROM LoginSession WHERE RefreshHash = @hash", new { hash });

    /// <summary>The session whose refresh token this once was.</summary>
    public static Task<LoginSession?> FindBySpentAsync(SqlSession session, string hash) => session.FirstAsync<LoginSession>(
        $"SELECT {Columns} FROM LoginSession WHERE Id = (SELECT SessionId FROM SpentRefreshToken WHERE Hash = @hash)", new { hash });

    public static Task<LoginSession?> FindAsync(SqlSession session, Guid id) =>
        session.FirstAsync<LoginSession>($"SELECT {Columns} FROM LoginSession WHERE Id = @id", new { id });

    /// <summary>Exchanges both tokens; the old refresh token is remembered as spent.</summary>
    public static async Task RotateAsync(WriteSession session, LoginSession login, string accessHash, DateTimeOffset accessExpiresAt, string refreshHash, DateTimeOffset now)
    {
        await session.RunAsync("INSERT INTO SpentRefreshToken (Hash, SessionId) VALUES (@RefreshHash, @Id)", login);
        await session.RunAsync(
            "UPDATE LoginSession SET AccessHash = @accessHash, AccessExpiresAt = @accessExpiresAt, RefreshHash = @refreshHash, LastSeenAt = @now WHERE Id = @Id",
            new { login.Id, accessHash, accessExpiresAt, refreshHash, now });
    }

    /// <summary>Ends one session.</summary>
    public static Task RevokeAsync(WriteSession session, Guid id, string because, DateTimeOffset now) => session.RunAsync(
        "UPDATE LoginSession SET RevokedAt = @now, RevokedBecause = @because WHERE Id = @id AND RevokedAt IS NULL", new { id, because, now });

    /// <summary>Ends all sessions of an account, except one where it is named.</summary>
    public static Task<int> RevokeAllAsync(WriteSession session, Guid accountId, Guid? except, string because, DateTimeOffset now) => session.RunAsync(
        "UPDATE LoginSession SET RevokedAt = @now, RevokedBecause = @because WHERE AccountId = @accountId AND RevokedAt IS NULL AND (@except IS NULL OR Id <> @except)",
        new { accountId, except, because, now });

    /// <summary>The person is still there: a browser's session lives on.</summary>
    public static Task SeenAsync(WriteSession session, Guid id, DateTimeOffset now, DateTimeOffset expiresAt) => session.RunAsync(
        """
        UPDATE LoginSession
           SET LastSeenAt = @now,
               AccessExpiresAt = CASE WHEN Kind <> 'browser' THEN AccessExpiresAt WHEN EndsAt < @expiresAt THEN EndsAt ELSE @expiresAt END
         WHERE Id = @id
        """,
        new { id, now, expiresAt });

    /// <summary>Sessions that still let somebody in, newest first.</summary>
    public static Task<IReadOnlyList<LoginSession>> OpenOfAsync(SqlSession session, Guid accountId, DateTimeOffset now) => session.ListAsync<LoginSession>(
        $"""
        SELECT {Columns} FROM LoginSession
         WHERE AccountId = @accountId AND RevokedAt IS NULL AND EndsAt > @now AND (RefreshHash IS NOT NULL OR AccessExpiresAt > @now)
         ORDER BY CreatedAt DESC
        """,
        new { accountId, now });
}
