using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Processes;
using TechBroker.Workers.Relay;

namespace TechBroker.Workers.Rabbit;

internal static class RabbitServices
{
    /// <summary>Everything about the broker but the consumers: the relay, the watch, and who this process is among the relays.</summary>
    public static IServiceCollection AddRabbit(this IServiceCollection services, BusOptions options)
    {
        services.AddSingleton(new RelayIdentity($"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}", TimeSpan.FromSeconds(options.LeaseSeconds)));
        services.AddSingleton<IReadinessReason, BusReason>();
        services.AddSingleton<BusHealth>().AddSingleton<ConfirmedPublisher>().AddSingleton<RelayReport>().AddSingleton<ConsumedMessages>().AddSingleton<WireParking>();

        // The process starts whether the broker is there or not; the bus connects when it can.
        services.AddOptions<MassTransitHostOptions>().Configure(o => (o.WaitUntilStarted, o.StopTimeout) = (false, TimeSpan.FromSeconds(15)));

        services.AddHostedService<BrokerWatch>();
        services.AddHostedService<LeasedRelay>();
        return services;
    }

    /// <summary>Topology, and the queues of whichever consumers have been added.</summary>
    public static void UsingRabbit(this IBusRegistrationConfigurator bus, BusOptions options, DispatchOptions dispatch, bool consumes)
    {
        bus.AddConfigureEndpointsCallback((context, name, endpoint) => Endpoint(context, name, endpoint, options));
        bus.UsingRabbitMq((context, broker) =>
        {
            var (health, life) = (context.GetRequiredService<BusHealth>(), context.GetRequiredService<IHostApplicationLifetime>());
            Connection.Configure(broker, options, () => health.UntilUpAsync(life.ApplicationStopping));
            Topology.Declare(broker, options, dispatch);
            if (consumes)
            {
                DeadLetters(context, broker, options);
                broker.ConfigureEndpoints(context);
            }
        });
    }

    private static void Endpoint(IRegistrationContext context, string queue, IReceiveEndpointConfigurator endpoint, BusOptions options)
    {
        var (parking, consumer) = (context.GetRequiredService<WireParking>(), ConsumerQueue.Named(queue)!.Consumer.Name);
        Topology.Shape((IRabbitMqReceiveEndpointConfigurator)endpoint, options);

        // The bindings are the publishers', which every process declares.
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        endpoint.PrefetchCount = options.Prefetch;
        endpoint.UseFilter(new NamelessFilter());

        // Without end: the message is not to blame, and stays unacknowledged so that it goes back to its queue if this process dies.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(parking.IsTrouble);
            retry.Exponential(int.MaxValue, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(200));
        });
        endpoint.ConfigureError(pipe => pipe.UseFilter(new FaultFilter(parking, consumer)));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(new StrangerFilter(parking, consumer)));
    }

    private static void DeadLetters(IRegistrationContext context, IRabbitMqBusFactoryConfigurator broker, BusOptions options) =>
        broker.ReceiveEndpoint(Topology.Dead, endpoint =>
        {
            var filter = new DeadFilter(context.GetRequiredService<WireParking>(), options);
            endpoint.SetQuorumQueue();
            endpoint.ConfigureConsumeTopology = false;
            endpoint.PublishFaults = false;
            endpoint.PrefetchCount = 16;
            endpoint.ConfigureError(pipe => pipe.UseFilter(filter));
            endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(filter));
        });
}
