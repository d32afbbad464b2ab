using System.Collections.Concurrent;

namespace TechBroker.Storage.Processes;

/// <summary>How far this process has come, noted by its parts and told by its heartbeat. Safe to call from any thread.</summary>
public sealed class ProcessState(TimeProvider clock)
{
    private readonly ConcurrentDictionary<object, DateTimeOffset> inFlight = new(ReferenceEqualityComparer.Instance);
    private (string Type, DateTimeOffset At)? lastError;
    private DateTimeOffset? relayAt;
    private string? bus;
    private volatile bool draining;

    public Guid Id { get; } = Guid.NewGuid();

    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    /// <summary>Messages that consumers have in hand.</summary>
    public int InFlight => inFlight.Count;

    /// <summary>The relay came round without a failure.</summary>
    public void RelayCameRound()
    {
        lock (inFlight)
        {
            relayAt = clock.GetUtcNow();
        }
    }

    /// <summary>A consumer was handed a message, by its delivery.</summary>
    public void Begin(object delivery) => inFlight[delivery] = clock.GetUtcNow();

    /// <summary>The bus is done with the delivery, however it ended.</summary>
    public void End(object delivery) => inFlight.TryRemove(delivery, out _);

    /// <summary>Only its type is kept: what an exception says may quote what it was about.</summary>
    public void Failed(Exception exception)
    {
        lock (inFlight)
        {
            lastError = (exception.GetType().Name, clock.GetUtcNow());
        }
    }

    /// <param name="state"><c>ready</c>, or a short code of what is wrong.</param>
    public void BusIs(string state)
    {
        lock (inFlight)
        {
            bus = state;
        }
    }

    /// <summary>The process was asked to stop.</summary>
    public void Drain() => draining = true;

    /// <param name="works">Whether messages are consumed and relayed here.</param>
    /// <param name="indexChange">The change up to which the index has come.</param>
    /// <param name="newestChange">The newest one.</param>
    public ProcessReport Report(bool works, long indexChange, long newestChange)
    {
        var begun = inFlight.Values;
        lock (inFlight)
        {
            return new ProcessReport
            {
                Works = works,
                RelayAt = relayAt,
                InFlight = begun.Count,
                InFlightSince = begun.Count == 0 ? null : begun.Min(),
                IndexChange = indexChange,
                IndexLag = Math.Max(0, newestChange - indexChange),
                Bus = bus,
                LastError = lastError?.Type,
                LastErrorAt = lastError?.At,
                Draining = draining,
            };
        }
    }
}
