using TechBroker.Storage.Sql;

namespace TechBroker.Storage.People;

/// <summary>A key with which a program acts for a person.</summary>
public sealed record ApiKey
{
    public const string Read = "read", Write = "write";

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    public required string Hash { get; init; }

    /// <summary>read or write.</summary>
    public required string Scope { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

public static class ApiKeyStore
{
    private const string Columns = "Id, AccountId, Name, Hash, Scope, CreatedAt, ExpiresAt, LastUsedAt, RevokedAt";

    public static Task InsertAsync(WriteSession session, ApiKey key) => session.RunAsync(
        $"""
        INSERT INTO ApiKey ({Columns})
        VALUES (@Id, @AccountId, @Name, @Hash, @Scope, @CreatedAt, @ExpiresAt, @LastUsedAt, @RevokedAt)
        """,
        key);

    /// <summary>For whom the key acts. A revoked or expired key, or an account that is not active, is nobody.</summary>
    public static Task<SignedIn?> FindHolderAsync(SqlSession session, string hash, DateTimeOffset now) => session.FirstAsync<SignedIn>(
        """
        SELECT a.Id AS AccountId, a.DisplayName, a.Roles, a.OrganisationId, a.IsApprover, k.Id AS ApiKeyId, 'apiKey' AS Via, k.Scope,
               k.ExpiresAt, k.LastUsedAt AS LastSeenAt
          FROM ApiKey k JOIN Account a ON a.Id = k.AccountId
         WHERE k.Hash = @hash AND k.ExpiresAt > @now AND k.RevokedAt IS NULL AND a.State = 'active'
        """,
        new { hash, now });

    /// <summary>Keys that still let a program in, newest first.</summary>
    public static Task<IReadOnlyList<ApiKey>> OpenOfAsync(SqlSession session, Guid accountId, DateTimeOffset now) => session.ListAsync<ApiKey>(
        $"SELECT {Columns} FROM ApiKey WHERE AccountId = @accountId AND RevokedAt IS NULL AND ExpiresAt > @now ORDER BY CreatedAt DESC, Id DESC",
        new { accountId, now });

    public static Task UsedAsync(WriteSession session, Guid id, DateTimeOffset now) =>
        session.RunAsync("UPDATE ApiKey SET LastUsedAt = @now WHERE Id = @id", new { id, now });

    /// <returns>False where the account has no such key, or it was revoked before.</returns>
    public static async Task<bool> RevokeAsync(WriteSession session, Guid accountId, Guid id, DateTimeOffset now) => await session.RunAsync(
        "UPDATE ApiKey SET RevokedAt = @now WHERE Id = @id AND AccountId = @accountId AND RevokedAt IS NULL", new { id, accountId, now }) == 1;
}
