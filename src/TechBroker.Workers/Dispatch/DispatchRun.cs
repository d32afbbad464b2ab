using Microsoft.Extensions.Logging;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Dispatch;

/// <summary>
/// Turns proposed matches into engagements, each with a manager, in the transaction that marks the messages as dealt with. A batch that fails is tried
/// one by one, and what still fails is parked with its reason.
/// </summary>
internal sealed partial class DispatchRun(Database database, DispatchOptions options, TimeProvider clock, ILogger<DispatchRun> logger, BusOptions? bus = null)
{
    private const string Consumer = nameof(MatchProposedConsumer);

    // A tenth of a second of writing at most: whoever posts meanwhile hardly notices.
    private const int AtOnce = 200;

    // More than a centre has to give out in a minute; the rest has its turn in the next round.
    private const int MostInARound = 20_000;

    public async Task ProposeAsync(IReadOnlyList<ProposalWork> batch, CancellationToken ct)
    {
        try
        {
            await database.WriteAsync(session => ProposeAsync(session, batch), ct);
        }
        catch (Exception e) when (Trouble.IsOfTheMessage(e, database.Dialect))
        {
            if (batch is [var only])
            {
                Log.Parked(logger, only.Message.Type, only.MessageId, e.GetType().Name);
                await database.WriteAsync(session => Parking.ParkAsync(session, only.Message, Consumer, e, clock.GetUtcNow()), ct);
                return;
            }

            foreach (var work in batch)
            {
                await ProposeAsync([work], ct);
            }
        }
    }

    /// <summary>Pairs that were missed, then everything that wants a manager by now.</summary>
    /// <returns>How many got one.</returns>
    public async Task<int> SweepAsync(HeldLease lease, CancellationToken ct)
    {
        var missed = await database.ReadAsync(s => DispatchStore.MissedAsync(s, options.MinLevel, options.Limits, AtOnce), ct);
        if (missed.Count > 0)
        {
            await lease.WriteAsync(
                session => LogAsync(session, [.. missed.Select(pair => (pair.ListingId, pair.NeedId))], clock.GetUtcNow()),
                ct);
        }

        var due = await database.ReadAsync(s => DispatchStore.DueAsync(s, clock.GetUtcNow(), MostInARound), ct);
        var given = 0;
        foreach (var some in due.Chunk(AtOnce))
        {
            given += await lease.WriteAsync(session => DispatchRound.AssignAsync(session, some, options, clock.GetUtcNow()), ct);
        }

        return given;
    }

    private async Task ProposeAsync(WriteSession session, IReadOnlyList<ProposalWork> batch)
    {
        var (now, pairs) = (clock.GetUtcNow(), new List<(Guid, Guid)>());
        foreach (var work in batch)
        {
            if (await InboxStore.ReceiveAsync(session, work.MessageId, Consumer, now))
            {
                pairs.Add((work.ListingId, work.NeedId));
            }
        }

        if (await LogAsync(session, pairs, now) is { Count: > 0 } proposed)
        {
            await DispatchRound.AssignAsync(session, proposed, options, now);
        }

        if (bus is not { IsDurable: true })
        {
            await OutboxStore.SettleAsync(session, batch.Select(w => w.MessageId));
        }
    }

    // Whoever has nothing yet comes first: of a listing's last places one goes to a need without any proposal, not to another's second best.
    private async Task<List<Guid>> LogAsync(WriteSession session, IReadOnlyList<(Guid ListingId, Guid NeedId)> pairs, DateTimeOffset now)
    {
        var (logged, waiting) = (new List<Guid>(), pairs);
        foreach (var limits in new[] { options.Limits with { PerNeed = 1 }, options.Limits })
        {
            var left = new List<(Guid, Guid)>();
            foreach (var (listingId, needId) in waiting)
            {
                if (await LogAsync(session, listingId, needId, limits, now) is { } id)
                {
                    logged.Add(id);
                }
                else
                {
                    left.Add((listingId, needId));
                }
            }

            waiting = left;
        }

        return logged;
    }

    private async Task<Guid?> LogAsync(WriteSession session, Guid listingId, Guid needId, ProposalLimits limits, DateTimeOffset now)
    {
        if (await DispatchStore.ProposableAsync(session, listingId, needId, options.MinLevel, limits) is not { } match
            || await ListingStore.FindAsync(session, match.ListingId) is not { } listing
            || await NeedStore.FindAsync(session, match.NeedId) is not { } need
            || await PairFacts.FindAsync(session, match.ListingId, match.NeedId) is not { } pair)
        {
            return null;
        }

        // Proposals of one moment are listed best first, whichever batch they came in: up to a millisecond apart, by their score.
        var at = now.AddTicks(-(long)((1 - match.Score) * TimeSpan.TicksPerMillisecond));
        return Engagement.Log(Guid.NewGuid(), listing, need, null, null, ConflictFinder.Find(null, pair.Listing, pair.Need), null, at).Is(out var engagement, out _)
            && await EngagementStore.InsertAsync(session, engagement, new(EngagementAction.Log, null, EngagementDetails.None)) is null
            ? engagement.Id
            : null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Parked {Type} {MessageId}: {Reason}. Replay it with POST /api/v1/parked-messages/{{id}}/replay")]
        public static partial void Parked(ILogger logger, string type, Guid messageId, string reason);
    }
}
