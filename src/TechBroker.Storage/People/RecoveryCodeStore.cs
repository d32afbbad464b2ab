using TechBroker.Storage.Sql;

namespace TechBroker.Storage.People;

/// <summary>SHA-256 of codes that stand in for the second factor, once each.</summary>
public static class RecoveryCodeStore
{
    /// <summary>The codes given before are worth nothing from now on.</summary>
    public static async Task ReplaceAsync(WriteSession session, Guid accountId, IEnumerable<string> hashes)
    {
        await session.RunAsync("DELETE FROM RecoveryCode WHERE AccountId = @accountId", new { accountId });
        await session.RunAsync("INSERT INTO RecoveryCode (AccountId, Hash) VALUES (@accountId, @hash)", hashes.Select(hash => new { accountId, hash }).ToList());
    }

    /// <returns>False where there is no such code, or it was used.</returns>
    public static async Task<bool> TakeAsync(WriteSession session, Guid accountId, string hash) =>
        await session.RunAsync("DELETE FROM RecoveryCode WHERE AccountId = @accountId AND Hash = @hash", new { accountId, hash }) == 1;

    public static Task<int> CountAsync(SqlSession session, Guid accountId) =>
        session.FirstAsync<int>("SELECT COUNT(*) FROM RecoveryCode WHERE AccountId = @accountId", new { accountId });
}
