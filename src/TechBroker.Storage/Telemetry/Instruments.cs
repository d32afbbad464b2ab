using System.Diagnostics.Metrics;

namespace TechBroker.Storage.Telemetry;

/// <summary>
/// What the program counts and measures, for the operator alone: nothing here is served to anybody, it is only pushed where the operator says.
/// Tags are types, codes and names of the program itself. Units are UCUM codes.
/// </summary>
public static class Instruments
{
    public const string MeterName = "TechBroker";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>Outbox rows that the relay put on the bus; tag <c>type</c>.</summary>
    public static readonly Counter<long> Published = Meter.CreateCounter<long>("techbroker.messages.published", "{message}", "Messages put on the bus");

    /// <summary>Publishes that the broker confirmed as routed; tag <c>type</c>. The in-memory bus knows no confirms.</summary>
    public static readonly Counter<long> Confirmed = Meter.CreateCounter<long>("techbroker.messages.confirmed", "{message}", "Messages that the broker confirmed as routed");

    /// <summary>Publishes that the broker refused or could not route; tag <c>type</c>.</summary>
    public static readonly Counter<long> Returned = Meter.CreateCounter<long>("techbroker.messages.returned", "{message}", "Messages that the broker refused or could not route");

    /// <summary>Messages taken out of the flow because they cannot be processed; tags <c>type</c> and <c>consumer</c>.</summary>
    public static readonly Counter<long> Parked = Meter.CreateCounter<long>("techbroker.messages.parked", "{message}", "Messages parked because they cannot be processed");

    /// <summary>Deliveries of what the consumer had dealt with before; tag <c>consumer</c>.</summary>
    public static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("techbroker.inbox.duplicates", "{message}", "Deliveries of messages that were dealt with before");

    /// <summary>Leases whose holder was too late to renew them; tag <c>lease</c>.</summary>
    public static readonly Counter<long> LeasesLost = Meter.CreateCounter<long>("techbroker.leases.lost", "{lease}", "Leases lost to another process");

    /// <summary>Rows of imported files; tags <c>kind</c> and <c>outcome</c> (created, updated, unchanged, rejected).</summary>
    public static readonly Counter<long> ImportedRows = Meter.CreateCounter<long>("techbroker.import.rows", "{row}", "Rows of imported files");

    /// <summary>From an outbox row's creation to the commit of its matches, in seconds; tag <c>type</c>.</summary>
    public static readonly Histogram<double> MatchLatency = Meter.CreateHistogram(
        "techbroker.match.latency",
        "s",
        "From the commit of a listing or need to the commit of its matches",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600] });

    /// <summary>Messages scored and committed together; tag <c>consumer</c>.</summary>
    public static readonly Histogram<int> BatchSize = Meter.CreateHistogram(
        "techbroker.scoring.batch.size",
        "{message}",
        "Messages scored and committed together",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1000] });

    /// <summary>From the begin of a scoring batch to its commit, in seconds; tag <c>consumer</c>.</summary>
    public static readonly Histogram<double> BatchDuration = Meter.CreateHistogram(
        "techbroker.scoring.batch.duration",
        "s",
        "From the begin of a scoring batch to its commit",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] });
}
