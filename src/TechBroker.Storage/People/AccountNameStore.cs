using TechBroker.Domain.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.People;

/// <summary>What people are called today, for records that hold ids alone.</summary>
public static class AccountNameStore
{
    // Far below what either database takes as parameters of one statement.
    private const int AtOnce = 500;

    /// <summary>Those that there are; who was deleted goes by a pseudonym in the reader's language.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> OfAsync(SqlSession session, IReadOnlyCollection<Guid> ids, bool english)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            foreach (var row in await session.ListAsync<Row>("SELECT Id, DisplayName, State FROM Account WHERE Id IN @ids", new { ids = some.Select(i => i.ToString("D")).ToList() }))
            {
                names[row.Id] = row.State == Account.Deleted ? Pseudonym.Of(row.Id).In(english) : row.DisplayName;
            }
        }

        return names;
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required string DisplayName { get; init; }

        public required string State { get; init; }
    }
}
