using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MassTransit;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Telemetry;
using TechBroker.Workers.Relay;

namespace TechBroker.Workers.Rabbit;

/// <summary>What became of a row that was published.</summary>
internal enum PublishResult
{
    Confirmed,

    /// <summary>The broker has no queue for it.</summary>
    Unroutable,

    /// <summary>The broker did not take it, or did not say so in time.</summary>
    Unconfirmed,

    /// <summary>It is none of the messages that this version can make of it.</summary>
    Unreadable,
}

internal sealed record PublishedRow(OutboxMessage Row, PublishResult Result, Exception? Fault = null);

/// <summary>Publishes rows side by side and waits for each one's confirm; what a consumer is meant for has to reach a queue.</summary>
internal sealed class ConfirmedPublisher : IPublishObserver
{
    // In which MassTransit says why it has not been able to.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // MassTransit tries again by itself until its time is over; what the broker answered meanwhile would be forgotten.
    private readonly ConcurrentDictionary<Guid, Exception> refused = [];
    private readonly IBus bus;
    private readonly ConsumedMessages consumed;
    private readonly BusOptions options;

    public ConfirmedPublisher(IBus bus, ConsumedMessages consumed, BusOptions options)
    {
        (this.bus, this.consumed, this.options) = (bus, consumed, options);
        bus.ConnectPublishObserver(this);
    }

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class
    {
        if (context.MessageId is { } id && BrokerTrouble.IsReply(exception))
        {
            refused[id] = exception;
        }

        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<PublishedRow>> PublishAsync(IReadOnlyList<OutboxMessage> rows, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(options.ConfirmSeconds));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(TimeSpan.FromSeconds(options.ConfirmSeconds) + Grace);
        var results = await Task.WhenAll(rows.Select(row => PublishAsync(row, patience.Token, end.Token)));
        ct.ThrowIfCancellationRequested();
        return results;
    }

    private async Task<PublishedRow> PublishAsync(OutboxMessage row, CancellationToken ct, CancellationToken end)
    {
        Type type;
        object message;
        try
        {
            (type, message) = row.Open();
        }
#pragma warning disable CA1031 // Whatever is wrong with a row, it must not hold up the others.
        catch (Exception e)
        {
            return new(row, PublishResult.Unreadable, e);
        }

        try
        {
            using var trace = OutboxTrace.Start(row);

            // A confirm that was due from a channel as it broke may never come, and MassTransit waits for it past any cancellation.
            await bus.Publish(message, type, context => Address(context, row), ct).WaitAsync(end);
            refused.TryRemove(row.MessageId, out _);
            Count(Instruments.Published, row);
            Count(Instruments.Confirmed, row);
            return new(row, PublishResult.Confirmed);
        }
        catch (MessageReturnedException e)
        {
            Count(Instruments.Published, row);
            Count(Instruments.Returned, row);
            return new(row, PublishResult.Unroutable, e);
        }
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(row, PublishResult.Unconfirmed, refused.TryRemove(row.MessageId, out var answer) ? answer : e);
        }
    }

    private static void Count(Counter<long> instrument, OutboxMessage row) => instrument.Add(1, new KeyValuePair<string, object?>("type", row.Type));

    private void Address(PublishContext context, OutboxMessage row)
    {
        OutboxTrace.Stamp(context, row);

        // What nobody here consumes goes to whoever has bound a queue of their own, or to nobody.
        if (context.TryGetPayload(out RabbitMqSendContext? wire))
        {
            wire!.Mandatory = consumed.Contains(row.Type);
        }
    }
}
