using MassTransit;
using TechBroker.Storage.Processes;

namespace TechBroker.Workers.Processes;

/// <summary>Notes which deliveries are under way, through all their tries: what stays so for long is a consumer that stands still.</summary>
internal sealed class DeliveryObserver(ProcessState state) : IReceiveObserver
{
    public Task PreReceive(ReceiveContext context)
    {
        state.Begin(context);
        return Task.CompletedTask;
    }

    public Task PostReceive(ReceiveContext context)
    {
        state.End(context);
        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class
    {
        state.Failed(exception);
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception)
    {
        state.End(context);
        state.Failed(exception);
        return Task.CompletedTask;
    }
}
