using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Matches;
using TechBroker.Storage.Sql;
using TechBroker.Workers;

namespace TechBroker.Benchmarks.Peers;

/// <summary>What a scoring worker does for one message, and nothing for the case that it comes twice or that a process dies.</summary>
internal sealed class PeerScoring(Database database, MarketFeed feed)
{
    private readonly WorkerOptions options = new();
    private long done;

    public long Done => Interlocked.Read(ref done);

    public async Task ScoreAsync(PeerMessage message)
    {
        await feed.SyncAsync(CancellationToken.None);
        var now = DateTimeOffset.UtcNow;
        var matches = feed.Ask((index, seq) => index
            .Rank(message.IsNeed ? Side.Need : Side.Listing, message.Id, options.TopK, atLevel: 3, limit: 200)
            .Select(m => StoredMatch.Of(m, seq, now))
            .ToList());
        await database.WriteAsync(s => MatchStore.UpsertAsync(s, matches), CancellationToken.None);
        Interlocked.Increment(ref done);
    }
}
