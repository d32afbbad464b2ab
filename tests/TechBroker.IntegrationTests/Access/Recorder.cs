using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace TechBroker.IntegrationTests.Access;

/// <summary>Everything that this process says of itself: log lines of all levels, activities and measurements with their tags.</summary>
internal sealed class Recorder : ILoggerProvider
{
    private readonly ActivityListener activities;
    private readonly MeterListener meters = new();

    public Recorder()
    {
        activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => Said.Enqueue(
                $"activity {a.OperationName} {a.DisplayName} {Text(a.TagObjects)} {string.Join(' ', a.Events.Select(e => $"{e.Name} {Text(e.Tags)}"))} {a.StatusDescription}"),
        };
        ActivitySource.AddActivityListener(activities);
        meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        meters.SetMeasurementEventCallback<long>((i, value, tags, _) => Measured(i, value, tags));
        meters.SetMeasurementEventCallback<int>((i, value, tags, _) => Measured(i, value, tags));
        meters.SetMeasurementEventCallback<double>((i, value, tags, _) => Measured(i, value, tags));
        meters.Start();
    }

    public ConcurrentQueue<string> Said { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        activities.Dispose();
        meters.Dispose();
    }

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}"));

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Said.Enqueue($"metric {instrument.Name} {value} {Text(tags.ToArray())}");

    private sealed class Logger(Recorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            recorder.Said.Enqueue($"scope {category} {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            recorder.Said.Enqueue($"log {logLevel} {category} {formatter(state, exception)} {exception}");
    }
}
