using TechBroker.Matching;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>What the database says of the market as it was at one change: which items are as they were then, and which have changed since.</summary>
internal sealed class OpenItems
{
    private readonly Dictionary<Guid, int> open;
    private readonly HashSet<Guid> changed;

    private OpenItems(Dictionary<Guid, int> open, HashSet<Guid> changed) => (this.open, this.changed) = (open, changed);

    public static async Task<OpenItems> ReadAsync(SqlSession session, Side side, long seq)
    {
        var table = side is Side.Listing ? "Listing" : "Need";
        var open = await session.ListAsync<OpenRow>($"SELECT Id, Revision FROM {table} WHERE State = 'published' AND ChangeSeq <= @seq", new { seq });
        var changed = await session.ListAsync<Guid>($"SELECT Id FROM {table} WHERE ChangeSeq > @seq", new { seq });
        return new OpenItems(open.ToDictionary(row => row.Id, row => row.Revision), [.. changed]);
    }

    /// <summary>
    /// Takes from an index of that moment what the database has no more: it erases without a change of the market, and nothing erased may come
    /// back from a file.
    /// </summary>
    /// <returns>Whether the index is then what the database says.</returns>
    public bool Correct(MarketIndex index, Side side)
    {
        var same = 0;
        foreach (var (id, revision) in index.Contents(side))
        {
            if (open.TryGetValue(id, out var now) && now == revision)
            {
                same++;
            }
            else if (!changed.Contains(id))
            {
                index.Remove(side, id);
            }
        }

        return same == open.Count;
    }

    private sealed record OpenRow
    {
        public required Guid Id { get; init; }

        public required int Revision { get; init; }
    }
}
