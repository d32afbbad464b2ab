using System.Diagnostics.Metrics;
using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Processes;
using TechBroker.Storage.Telemetry;

namespace TechBroker.Workers.Processes;

/// <summary>What is read when metrics are collected: from what the heartbeat last saw, so that collecting never asks the database.</summary>
internal sealed class Gauges : IDisposable
{
    // Its own instance of the meter, which ends with the process's services: an instrument cannot be taken off a meter.
    private readonly Meter meter = new(Instruments.MeterName);
    private volatile Standing? standing;

    public Gauges(MarketFeed feed, ProcessState state, TimeProvider clock)
    {
        meter.CreateObservableGauge("techbroker.outbox.backlog", () => Of(s => (long)s.Backlog), "{message}", "Messages in the outbox");
        meter.CreateObservableGauge("techbroker.outbox.oldest.age", () => Of(s => AgeOf(s.OldestMessage, clock)), "s", "Age of the oldest message in the outbox");
        meter.CreateObservableGauge("techbroker.parked.waiting", () => Of(s => (long)s.Parked), "{message}", "Parked messages that nobody has replayed");
        meter.CreateObservableGauge("techbroker.index.lag", () => Of(s => Math.Max(0, s.NewestChange - feed.Seq)), "{change}", "Changes of the market that the index of this process has still to take");
        meter.CreateObservableGauge("techbroker.index.lag.age", () => Of(s => s.NewestChange <= feed.Seq ? 0 : AgeOf(s.FirstMissing, clock)), "s", "Age of the first change that the index of this process has still to take");
        meter.CreateObservableGauge("techbroker.index.size", () => Sizes(feed), "{item}", "Items in the index of this process");
        meter.CreateObservableGauge("techbroker.processes", () => Of(s => (long)s.Processes), "{process}", "Processes that were seen of late");
        meter.CreateObservableGauge("techbroker.consumers.in_flight", () => (long)state.InFlight, "{message}", "Messages that consumers of this process have in hand");
    }

    public void Saw(Standing now) => standing = now;

    public void Dispose() => meter.Dispose();

    // Before the first look there is nothing to say, and a zero would be a lie.
    private IEnumerable<Measurement<T>> Of<T>(Func<Standing, T> value)
        where T : struct => standing is { } now ? [new Measurement<T>(value(now))] : [];

    private static double AgeOf(DateTimeOffset? at, TimeProvider clock) => at is { } then ? Math.Max(0, (clock.GetUtcNow() - then).TotalSeconds) : 0;

    private static Measurement<long>[] Sizes(MarketFeed feed)
    {
        var (listings, needs) = feed.Ask((index, _) => (index.Count(Side.Listing), index.Count(Side.Need)));
        return [new(listings, new KeyValuePair<string, object?>("side", "listing")), new(needs, new KeyValuePair<string, object?>("side", "need"))];
    }
}
