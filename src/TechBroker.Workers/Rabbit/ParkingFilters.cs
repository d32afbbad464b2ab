using System.Runtime.ExceptionServices;
using MassTransit;

namespace TechBroker.Workers.Rabbit;

/// <summary>In place of MassTransit's error queue: what failed for a reason of its own is parked, everything else goes back to the queue.</summary>
internal sealed class FaultFilter(WireParking parking, string consumer) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (!parking.IsFault(context.Exception))
        {
            ExceptionDispatchInfo.Throw(context.Exception);
        }

        await parking.ParkAsync(context, consumer, $"The message cannot be dealt with: {WireParking.ReasonOf(context.Exception)}");

        // Otherwise MassTransit takes it for one that nobody consumes, and it would be parked a second time.
        await context.NotifyFaulted(context.Exception);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("park");
}

/// <summary>In place of MassTransit's skipped queue: what nobody here consumes.</summary>
internal sealed class StrangerFilter(WireParking parking, string consumer) : IFilter<ReceiveContext>
{
    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        parking.ParkAsync(context, consumer, "Nobody here consumes messages of this type; a newer version may.");

    public void Probe(ProbeContext context) => context.CreateFilterScope("park");
}

/// <summary>What the broker gave up on, readable or not.</summary>
internal sealed class DeadFilter(WireParking parking, BusOptions options) : IFilter<ReceiveContext>, IFilter<ExceptionReceiveContext>
{
    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => ParkAsync(context);

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await ParkAsync(context);
        await context.NotifyFaulted(context.Exception);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("park");

    private Task ParkAsync(ReceiveContext context)
    {
        var queue = context.TransportHeaders.Get<string>("x-first-death-queue");
        var consumer = ConsumerQueue.Named(queue)?.Consumer.Name ?? Topology.Dead;
        return parking.ParkAsync(
            context, consumer, $"It came back to the queue {queue ?? "of its consumer"} more than {options.DeliveryLimit} times: whoever took it ended before dealing with it.");
    }
}

/// <summary>Refuses what has no id before it gets into a batch: nobody could tell it from a duplicate, and the whole batch would fail.</summary>
internal sealed class NamelessFilter : IFilter<ConsumeContext>
{
    public Task Send(ConsumeContext context, IPipe<ConsumeContext> next) =>
        context.MessageId is null ? throw new InvalidDataException("It has no message id, so it did not come from the outbox.") : next.Send(context);

    public void Probe(ProbeContext context) => context.CreateFilterScope("nameless");
}
