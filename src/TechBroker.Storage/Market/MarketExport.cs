using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>Listings and needs for the operator's files, in the order of their ids. What was withdrawn stays for audit and is in no export.</summary>
public static class MarketExport
{
    private static readonly MarketFilter Listings = new() { Reader = MarketReader.Staff, States = [.. Codes.All<ListingState>().Where(s => s != "withdrawn")] };
    private static readonly MarketFilter Needs = new() { Reader = MarketReader.Staff, States = [.. Codes.All<NeedState>().Where(s => s != "withdrawn")] };

    /// <param name="session">Of one unchanging state, if several are read.</param>
    /// <param name="published">Only what is on the market.</param>
    public static Task<IReadOnlyList<Guid>> ListingIdsAsync(SqlSession session, bool published) =>
        session.ListAsync<Guid>("SELECT Id FROM Listing WHERE State <> 'withdrawn' AND (@published = 0 OR State = 'published')", new { published });

    /// <param name="session">Of one unchanging state, if several are read.</param>
    /// <param name="published">Only what is on the market.</param>
    /// <param name="hidden">Blind and private needs, too.</param>
    public static Task<IReadOnlyList<Guid>> NeedIdsAsync(SqlSession session, bool published, bool hidden) =>
        session.ListAsync<Guid>(
            "SELECT Id FROM Need WHERE State <> 'withdrawn' AND (@published = 0 OR State = 'published') AND (@hidden = 1 OR Visibility = 'open')", new { published, hidden });

    public static async Task<IReadOnlyList<Listing>> ListingsAsync(SqlSession session, IEnumerable<Guid> ids) =>
        [.. (await InChunksAsync(ids, chunk => ListingStore.FindManyAsync(session, chunk, Listings))).OrderBy(l => l.Id.ToString("D"), StringComparer.Ordinal)];

    public static async Task<IReadOnlyList<Need>> NeedsAsync(SqlSession session, IEnumerable<Guid> ids) =>
        [.. (await InChunksAsync(ids, chunk => NeedStore.FindManyAsync(session, chunk, Needs))).OrderBy(n => n.Id.ToString("D"), StringComparer.Ordinal)];

    // A statement takes so many parameters and no more: 2,100 on SQL Server.
    private static async Task<List<T>> InChunksAsync<T>(IEnumerable<Guid> ids, Func<Guid[], Task<IReadOnlyList<T>>> read)
    {
        var found = new List<T>();
        foreach (var chunk in ids.Distinct().Chunk(500))
        {
            found.AddRange(await read(chunk));
        }

        return found;
    }
}
