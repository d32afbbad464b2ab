using System.Text.Json.Nodes;
using TechBroker.Api.Http;
using TechBroker.Api.Search;
using TechBroker.Domain.Listings;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Workers;
using TechBroker.Matching;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Market;
using TechBroker.Storage.Matches;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Hidden;

/// <summary>Everything that one reader gets out of a market: lists under many filters, searches page by page, matches, events.</summary>
internal sealed class OutsidersView(MarketReader reader, string[] queries, MarketFilter[] filters)
{
    public async Task<string> OfAsync(TestDatabase data, TestWorker worker, IEnumerable<Listing> listings)
    {
        var seen = new List<string>();
        await worker.Feed.SyncAsync(CancellationToken.None);
        foreach (var filter in filters.Select(f => f with { Reader = reader }))
        {
            await PagesAsync(seen, data, worker.Feed, null, filter);
            foreach (var query in queries)
            {
                await PagesAsync(seen, data, worker.Feed, query, filter);
            }
        }

        foreach (var listing in listings)
        {
            await MatchesAsync(seen, data, listing.Id);
        }

        var events = await data.Database.ReadAsync(s => EventStore.AfterAsync(s, reader, 0, 10_000), CancellationToken.None);
        seen.AddRange(events.Select(e => $"event {e.Kind} {WithoutMatchId(e.Body)}"));
        return string.Join('\n', seen);
    }

    private async Task PagesAsync(List<string> seen, TestDatabase data, MarketFeed feed, string? words, MarketFilter filter)
    {
        var search = new MarketSearch(data.Database, feed);
        string? next = null;
        do
        {
            var cursor = next is null ? null : Cursor.Parse(next);
            var query = new MarketQuery("testlist", words, words is null ? filter with { Before = cursor?.Time, BeforeId = cursor?.Id } : filter, cursor);
            (var needs, next) = await search.PageAsync(Side.Need, query, NeedStore.PageAsync, NeedStore.FindManyAsync, n => n.Id, n => n.CreatedAt, CancellationToken.None);
            seen.AddRange(needs.Select(n => $"need {words} {(reader.ReadsInFull(n) ? StoredJson.Write(n) : StoredJson.Write(reader.NoticeOf(n)))}"));
            seen.Add($"next {next}");
        }
        while (next is not null);

        var ofListings = new MarketQuery("testlist", words, filter with { Limit = 200 }, null);
        var (listings, _) = await search.PageAsync(Side.Listing, ofListings, ListingStore.PageAsync, ListingStore.FindManyAsync, l => l.Id, l => l.CreatedAt, CancellationToken.None);
        seen.AddRange(listings.Select(l => $"listing {words} {StoredJson.Write(l)}"));
    }

    // Ids of matches and times are new in every database; pages of two find out whether anything is skipped or counted.
    private async Task MatchesAsync(List<string> seen, TestDatabase data, Guid listing)
    {
        MatchView? last = null;
        do
        {
            var page = await data.Database.ReadAsync(
                s => MatchStore.PageAsync(s, Side.Listing, listing, reader, 1, last is null ? null : (last.Score, last.Id), 2), CancellationToken.None);
            seen.AddRange(page.Select(m => "match " + StoredJson.Write(m with { Id = default, ScoredAt = default })));
            seen.Add($"page of {page.Count}");
            last = page.Count == 2 ? page[^1] : null;
        }
        while (last is not null);
    }

    private static string WithoutMatchId(string body)
    {
        var json = JsonNode.Parse(body)!.AsObject();
        json.Remove("matchId");
        return json.ToJsonString();
    }
}
