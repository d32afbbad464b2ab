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
            var newest = rows.Take(limit).ToList();
            return (newest, rows.Count > limit ? Cursor.Of(query.List, createdAtOf(newest[^1]), idOf(newest[^1])).ToString() : null);
        }

        // Only what the reader may see is among the hits: a hit's place stands in the cursor.
        var scope = await ScopeAsync(side, query.Filter.Reader, ct);
        await feed.SyncAsync(ct);
        var hits = feed.Ask((index, _) => index.Search(side, query.Words, int.MaxValue, scope));
        var found = new List<(int Place, T Item)>();
        foreach (var chunk in hits.Index().Skip(Start(hits, query.Cursor)).Chunk(Chunk))
        {
            var rows = (await database.ReadAsync(s => byIds(s, [.. chunk.Select(h => h.Item.Id)], query.Filter), ct)).ToDictionary(idOf);
            found.AddRange(chunk.Where(h => rows.ContainsKey(h.Item.Id)).Select(h => (h.Index, rows[h.Item.Id])));
            if (found.Count > limit)
            {
                break;
            }
        }

        var page = found.Take(limit).ToList();
        return ([.. page.Select(f => f.Item)], found.Count > limit ? Cursor.Of(query.List, page[^1].Place, idOf(page[^1].Item)).ToString() : null);
    }

    private async Task<SearchScope> ScopeAsync(Side side, MarketReader reader, CancellationToken ct) =>
        reader.ScopeWith(side is Side.Need && reader.SignedIn && !reader.Everything ? await database.ReadAsync(s => NeedStore.OwnHiddenAsync(s, reader), ct) : []);

    // What comes or goes between two pages changes every score, so the page goes on after the last one's id; where that is gone, at its place.
    private static int Start(IReadOnlyList<SearchHit> hits, Cursor? cursor)
    {
        if (cursor?.Place is not { } place)
        {
            return 0;
        }

        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i].Id == cursor.Id)
            {
                return i + 1;
            }
        }

        return place;
    }
}
