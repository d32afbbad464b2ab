using System.Diagnostics;
using TechBroker.Storage.Telemetry;

namespace TechBroker.Workers.Scoring;

/// <summary>Spans and figures of scoring.</summary>
internal static class ScoringTrace
{
    /// <summary>A batch has many causes: it goes on with the first one's trace and links to all.</summary>
    public static Activity? Start(string consumer, IReadOnlyList<ScoringWork> batch)
    {
        if (!Traces.Scoring.HasListeners())
        {
            return null;
        }

        var causes = batch.Select(w => w.Trace).Where(c => c.TraceId != default).ToList();
        var links = causes.Count > 1 ? causes.Select(c => new ActivityLink(c)) : null;
        var activity = Traces.Scoring.StartActivity("scoring batch", ActivityKind.Consumer, causes.FirstOrDefault(), links: links);
        return activity?.SetTag("techbroker.consumer", consumer).SetTag("messaging.batch.message_count", batch.Count);
    }

    /// <summary>A part of the batch.</summary>
    public static Activity? Step(string name) => Traces.Scoring.StartActivity(name);

    /// <param name="consumer">Who scored.</param>
    /// <param name="batch">What was delivered.</param>
    /// <param name="first">What of it was there for the first time.</param>
    /// <param name="began">Of the batch.</param>
    /// <param name="committed">The moment after.</param>
    public static void Committed(string consumer, IReadOnlyList<ScoringWork> batch, IReadOnlyList<ScoringWork> first, DateTimeOffset began, DateTimeOffset committed)
    {
        var by = new KeyValuePair<string, object?>("consumer", consumer);
        Instruments.BatchSize.Record(batch.Count, by);
        Instruments.BatchDuration.Record((committed - began).TotalSeconds, by);
        foreach (var work in first)
        {
            Instruments.MatchLatency.Record((committed - work.Message.CreatedAt).TotalSeconds, new KeyValuePair<string, object?>("type", work.Message.Type));
        }
    }
}
