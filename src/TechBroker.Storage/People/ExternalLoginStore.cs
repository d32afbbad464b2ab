using TechBroker.Storage.Sql;

namespace TechBroker.Storage.People;

/// <summary>That somebody at a provider is somebody here.</summary>
public sealed record ExternalLogin
{
    public required string Provider { get; init; }

    /// <summary>The provider's own name for the person, which never changes and is never given to another.</summary>
    public required string Subject { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

public static class ExternalLoginStore
{
    public static Task InsertAsync(WriteSession session, ExternalLogin login) => session.RunAsync(
        "INSERT INTO ExternalLogin (Provider, Subject, AccountId, CreatedAt) VALUES (@Provider, @Subject, @AccountId, @CreatedAt)", login);

    public static Task<ExternalLogin?> FindAsync(SqlSession session, string provider, string subject) => session.FirstAsync<ExternalLogin>(
        "SELECT Provider, Subject, AccountId, CreatedAt FROM ExternalLogin WHERE Provider = @provider AND Subject = @subject", new { provider, subject });

    public static Task<IReadOnlyList<ExternalLogin>> OfAsync(SqlSession session, Guid accountId) => session.ListAsync<ExternalLogin>(
        "SELECT Provider, Subject, AccountId, CreatedAt FROM ExternalLogin WHERE AccountId = @accountId ORDER BY Provider, Subject", new { accountId });

    public static Task DeleteAsync(WriteSession session, Guid accountId, string provider, string subject) => session.RunAsync(
        "DELETE FROM ExternalLogin WHERE AccountId = @accountId AND Provider = @provider AND Subject = @subject", new { accountId, provider, subject });
}
