using Microsoft.Extensions.Logging;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Matching;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Market;
using TechBroker.Storage.Matches;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Scoring;

/// <summary>
/// Scores a batch: sync the index to the newest change, rank outside any transaction, then write matches, inbox rows and outbox rows in
/// one short transaction. A batch that fails is tried one by one, and what still fails is parked with its reason.
/// </summary>
internal sealed partial class ScoringRun(Database database, MarketFeed feed, WorkerOptions options, TimeProvider clock, ILogger<ScoringRun> logger, BusOptions? bus = null)
{
    // A fairly strong pair is stored whichever side came first: by its needs' best alone, a listing that was there before all of them
    // would only have those pairs in which it is among a need's best.
    private const int StoreFromLevel = 3;

    // More than anyone reads, and few enough for one short transaction; only an item that half the market resembles gets near it.
    private const int MostStored = 200;

    public async Task RunAsync(string consumer, IReadOnlyList<ScoringWork> batch, CancellationToken ct)
    {
        try
        {
            await ScoreAsync(consumer, batch, ct);
        }
        catch (Exception e) when (Trouble.IsOfTheMessage(e, database.Dialect))
        {
            if (batch is [var only])
            {
                await ParkAsync(consumer, only, e, ct);
                return;
            }

            foreach (var work in batch)
            {
                await RunAsync(consumer, [work], ct);
            }
        }
    }

    private async Task ScoreAsync(string consumer, IReadOnlyList<ScoringWork> batch, CancellationToken ct)
    {
        using var trace = ScoringTrace.Start(consumer, batch);
        var began = clock.GetUtcNow();
        var scored = new Dictionary<(Side, Guid), IReadOnlyList<StoredMatch>>();
        foreach (var item in await FreshAsync(consumer, batch, ct))
        {
            using var rank = ScoringTrace.Step("rank")?.SetTag("techbroker.side", Codes.Of(item.Side)).SetTag("techbroker.item.id", item.ItemId.ToString("D"));
            var partners = await database.ReadAsync(s => MatchStore.OutdatedPartnersAsync(s, item.Side, item.ItemId), ct);
            scored[item] = feed.Ask((index, seq) => feed.FaultOf(item.Side, item.ItemId) is { } fault
                ? throw new InvalidDataException($"The {Codes.Of(item.Side)} cannot be indexed: {fault.GetType().Name}")
                : Rank(index, seq, item.Side, item.ItemId, partners));
        }

        using var commit = ScoringTrace.Step("commit");
        var first = await database.WriteAsync(session => WriteAsync(session, consumer, batch, scored), ct);
        ScoringTrace.Committed(consumer, batch, first, began, clock.GetUtcNow());
    }

    // Ranking is the dear part. If duplicates cost as much as work, a slow worker's redeliveries would keep it from ever catching up.
    private async Task<IReadOnlyList<(Side Side, Guid ItemId)>> FreshAsync(string consumer, IReadOnlyList<ScoringWork> batch, CancellationToken ct)
    {
        var known = await database.ReadAsync(s => InboxStore.KnownAsync(s, batch.Select(w => w.MessageId), consumer), ct);
        var fresh = batch.Where(w => !known.Contains(w.MessageId)).Select(w => (w.Side, w.ItemId)).Distinct().ToList();
        if (fresh.Count > 0)
        {
            using var sync = ScoringTrace.Step("index sync");
            await feed.SyncAsync(ct);
            sync?.SetTag("techbroker.index.change", feed.Seq);
        }

        return fresh;
    }

    private List<StoredMatch> Rank(MarketIndex index, long seq, Side side, Guid id, IReadOnlyList<Guid> partners)
    {
        var now = clock.GetUtcNow();
        var best = index.Rank(side, id, options.TopK, StoreFromLevel, Math.Max(options.TopK, MostStored)).ToDictionary(m => (m.ListingId, m.NeedId));

        // Pairs that were found from the other side, on an earlier text, keep their place: they are scored again, not dropped.
        foreach (var partner in partners)
        {
            var pair = side is Side.Listing ? (id, partner) : (partner, id);
            if (!best.ContainsKey(pair) && index.Score(pair.Item1, pair.Item2) is { Exclusion: null } match)
            {
                best.Add(pair, match);
            }
        }

        return [.. best.Values.Select(m => StoredMatch.Of(m, seq, now))];
    }

    /// <returns>What was dealt with for the first time.</returns>
    private async Task<IReadOnlyList<ScoringWork>> WriteAsync(
        WriteSession session, string consumer, IReadOnlyList<ScoringWork> batch, Dictionary<(Side, Guid), IReadOnlyList<StoredMatch>> scored)
    {
        var now = clock.GetUtcNow();
        var (first, written) = (new List<ScoringWork>(), new HashSet<(Side, Guid)>());
        foreach (var work in batch)
        {
            if (!await InboxStore.ReceiveAsync(session, work.MessageId, consumer, now))
            {
                continue;
            }

            first.Add(work);
            if (written.Add((work.Side, work.ItemId)))
            {
                await WriteAsync(session, work, scored[(work.Side, work.ItemId)], now);
            }
        }

        if (bus is not { IsDurable: true })
        {
            await OutboxStore.SettleAsync(session, batch.Select(w => w.MessageId));
        }

        return first;
    }

    private async Task WriteAsync(WriteSession session, ScoringWork work, IReadOnlyList<StoredMatch> matches, DateTimeOffset now)
    {
        // Told whether anything was found or not, and without a number: either would tell a listing's owner of needs that are hidden.
        if (await MarketState.OwnerOfOpenAsync(session, work.Side, work.ItemId) is { } open)
        {
            session.Tell("matchesScored", new { Side = Codes.Of(work.Side), work.ItemId, open.Revision }, now, open.OwnerId);
        }

        if (matches.Count == 0)
        {
            return;
        }

        var stored = await MatchStore.UpsertAsync(session, matches);
        var best = matches[0];
        var scored = new MatchesScored
        {
            Side = Codes.Of(work.Side),
            ItemId = work.ItemId,
            Revision = work.Side is Side.Listing ? best.ListingRevision : best.NeedRevision,
            Matches = stored,
            EngineVersion = best.EngineVersion,
            At = now,
        };
        await session.PublishAsync(scored, now);

        // From StoreFromLevel on every pair of the item is among these; below it one may have been stored by its other end alone.
        if (options.ProposeLevel >= StoreFromLevel && matches.All(m => m.Level < options.ProposeLevel))
        {
            return;
        }

        foreach (var match in await MatchStore.ProposeAsync(session, work.Side, work.ItemId, options.ProposeLevel, now))
        {
            var proposed = new MatchProposed
            {
                MatchId = match.Id,
                ListingId = match.ListingId,
                NeedId = match.NeedId,
                ListingRevision = match.ListingRevision,
                NeedRevision = match.NeedRevision,
                At = now,
            };
            await session.PublishAsync(proposed, now);
            session.Tell("matchProposed", new { proposed.MatchId, proposed.ListingId, proposed.NeedId }, now, match.Readers);
        }
    }

    private async Task ParkAsync(string consumer, ScoringWork work, Exception reason, CancellationToken ct)
    {
        Log.Parked(logger, work.Message.Type, work.MessageId, reason.GetType().Name);
        await database.WriteAsync(session => Parking.ParkAsync(session, work.Message, consumer, reason, clock.GetUtcNow()), ct);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Parked {Type} {MessageId}: {Reason}. Replay it with POST /api/v1/parked-messages/{{id}}/replay")]
        public static partial void Parked(ILogger logger, string type, Guid messageId, string reason);
    }
}
