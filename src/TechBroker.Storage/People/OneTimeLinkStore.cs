using TechBroker.Storage.Sql;

namespace TechBroker.Storage.People;

/// <summary>A link that works once.</summary>
public sealed record OneTimeLink
{
    public const string FirstAdministrator = "firstAdministrator", Password = "password";

    /// <summary>SHA-256 of the token in the link.</summary>
    public required string Hash { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Whose password it sets; null for the first administrator.</summary>
    public Guid? AccountId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

public static class OneTimeLinkStore
{
    private const string Columns = "Hash, Purpose, AccountId, CreatedAt, ExpiresAt";

    /// <summary>Earlier ones for the same purpose and person are worth nothing from now on.</summary>
    public static async Task ReplaceAsync(WriteSession session, OneTimeLink link)
    {
        await DropAsync(session, link.Purpose, link.AccountId);
        await session.RunAsync($"INSERT INTO OneTimeLink ({Columns}) VALUES (@Hash, @Purpose, @AccountId, @CreatedAt, @ExpiresAt)", link);
    }

    /// <summary>Null where there is none, or it is used or too old.</summary>
    public static Task<OneTimeLink?> FindAsync(SqlSession session, string hash, string purpose, DateTimeOffset now) => session.FirstAsync<OneTimeLink>(
        $"SELECT {Columns} FROM OneTimeLink WHERE Hash = @hash AND Purpose = @purpose AND ExpiresAt > @now AND UsedAt IS NULL", new { hash, purpose, now });

    /// <summary>Uses it up; of many who try at once one gets true.</summary>
    public static async Task<bool> TakeAsync(WriteSession session, string hash, string purpose, DateTimeOffset now) => await session.RunAsync(
        "UPDATE OneTimeLink SET UsedAt = @now WHERE Hash = @hash AND Purpose = @purpose AND ExpiresAt > @now AND UsedAt IS NULL", new { hash, purpose, now }) == 1;

    /// <summary>Drops the unused ones.</summary>
    public static Task DropAsync(WriteSession session, string purpose, Guid? accountId) => session.RunAsync(
        "DELETE FROM OneTimeLink WHERE Purpose = @purpose AND UsedAt IS NULL AND (AccountId = @accountId OR (AccountId IS NULL AND @accountId IS NULL))",
        new { purpose, accountId });
}
