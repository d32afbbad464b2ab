using MassTransit;
using TechBroker.Contracts.Messages;
using TechBroker.Storage.Managers;

namespace TechBroker.Workers.Rabbit;

/// <summary>
/// What lies on the broker: an exchange for each message type, and behind it the queue of its consumer. Whoever publishes declares it as well as
/// whoever consumes, with the same arguments: what is confirmed before a queue is bound would be lost.
/// </summary>
internal static class Topology
{
    /// <summary>Queue, and exchange in front of it, of what came back too often.</summary>
    public const string Dead = "techbroker-dead";

    public static void Declare(IRabbitMqBusFactoryConfigurator broker, BusOptions options, DispatchOptions dispatch)
    {
        broker.DeployPublishTopology = true;
        var queues = ConsumerQueue.Under(dispatch).ToDictionary(q => q.Message, q => q.Name);
        broker.AddPublishMessageTypesFromNamespaceContaining<ListingPublished>((message, type) =>
        {
            if (queues.TryGetValue(type, out var queue))
            {
                message.BindQueue(ExchangeOf(type), queue, binding => Shape(binding, options));
            }
        });
    }

    /// <summary>Replicated, durable, and with an end to what kills every process that takes it.</summary>
    public static void Shape(IRabbitMqQueueConfigurator queue, BusOptions options)
    {
        queue.SetQuorumQueue();
        queue.SetQueueArgument("x-delivery-limit", options.DeliveryLimit);
        queue.SetQueueArgument("x-dead-letter-exchange", Dead);

        // The broker's own default is to forget a dead letter whose way is barred; this strategy needs a queue that refuses when it is full.
        queue.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        queue.SetQueueArgument("x-overflow", "reject-publish");
    }

    // As MassTransit names it.
    private static string ExchangeOf(Type message) => $"{message.Namespace}:{message.Name}";
}
