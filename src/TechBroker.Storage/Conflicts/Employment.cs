using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Conflicts;

/// <summary>What engagements need to know of an account: whether it may run one, and whom it works for.</summary>
public sealed record Employment
{
    public Guid? OrganisationId { get; init; }

    public required string Roles { get; init; }

    public bool IsManager => StoredJson.Read<string[]>(Roles).Contains("manager");

    public static Task<Employment?> FindAsync(SqlSession session, Guid accountId) =>
        session.FirstAsync<Employment>("SELECT OrganisationId, Roles FROM Account WHERE Id = @accountId AND State = 'active'", new { accountId });
}
