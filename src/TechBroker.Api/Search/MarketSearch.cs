using TechBroker.Api.Http;
using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Search;

/// <summary>Pages of listings or needs: by words through the index that also ranks, without words straight from the database.</summary>
internal sealed class MarketSearch(Database database, MarketFeed feed)
{
    private const int Chunk = 200;

    public async Task<(IReadOnlyList<T> Items, string? Next)> PageAsync<T>(
        Side side,
        MarketQuery query,
        Func<SqlSession, MarketFilter, Task<IReadOnlyList<T>>> newestFirst,
        Func<SqlSession, IReadOnlyCollection<Guid>, MarketFilter, Task<IReadOnlyList<T>>> byIds,
        Func<T, Guid> idOf,
        Func<T, DateTimeOffset> createdAtOf,
        CancellationToken ct)
    {
        var limit = query.Filter.Limit;
        if (query.Words is null)
        {
            // One more than asked for tells whether there is a next page.
            var rows = await database.ReadAsync(s => newestFirst(s, query.Filter with { Limit = limit + 1 }), ct);
            var page = rows.Take(limit).ToList();
            return (page, rows.Count > limit ? Cursor.Of(createdAtOf(page[^1]), idOf(page[^1])).ToString() : null);
        }

        await feed.SyncAsync(ct);
        var hits = feed.Ask((index, _) => index.Search(side, query.Words, int.MaxValue));
        var found = new List<(SearchHit Hit, T Item)>();
        foreach (var chunk in After(hits, query.Cursor).Chunk(Chunk))
        {
            var rows = (await database.ReadAsync(s => byIds(s, [.. chunk.Select(h => h.Id)], query.Filter), ct)).ToDictionary(idOf);
            found.AddRange(chunk.Where(h => rows.ContainsKey(h.Id)).Select(h => (h, rows[h.Id])));
            if (found.Count > limit)
            {
                break;
            }
        }

        var last = found.Count > limit ? found[limit - 1].Hit : null;
        return ([.. found.Take(limit).Select(f => f.Item)], last is null ? null : Cursor.Of(last.Score, last.Id).ToString());
    }

    private static IEnumerable<SearchHit> After(IReadOnlyList<SearchHit> hits, Cursor? cursor) => cursor?.Score is not { } score
        ? hits
        : hits.SkipWhile(h => h.Score > score || (h.Score == score && h.Id.CompareTo(cursor.Id) <= 0));
}
