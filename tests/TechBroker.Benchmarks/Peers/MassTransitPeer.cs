using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace TechBroker.Benchmarks.Peers;

/// <summary>MassTransit as its first page shows it: the handler publishes, a consumer takes one message after the other. A quorum queue, for the same durability.</summary>
internal sealed class MassTransitPeer(PeerScoring scoring) : IConsumer<PeerMessage>
{
    public static void Add(IServiceCollection services)
    {
        services.AddMassTransit<IPeerTransport>(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<MassTransitPeer>();
            bus.UsingRabbitMq((context, transport) =>
            {
                transport.Host(BrokerAddress.Host, (ushort)BrokerAddress.Port, "/", host =>
                {
                    host.Username("guest");
                    host.Password("guest");
                });
                transport.ReceiveEndpoint("peer-masstransit", endpoint =>
                {
                    endpoint.SetQuorumQueue();
                    endpoint.ConcurrentMessageLimit = 1;
                    endpoint.ConfigureConsumer<MassTransitPeer>(context);
                });
            });
        });
        services.AddOptions<MassTransitHostOptions>().Configure(o => o.WaitUntilStarted = true);
        services.AddSingleton<IPeerBus, Publisher>();
    }

    public Task Consume(ConsumeContext<PeerMessage> context) => scoring.ScoreAsync(context.Message);

    private sealed class Publisher(IPeerTransport bus) : IPeerBus
    {
        public Task PublishAsync(PeerMessage message) => bus.Publish(message);
    }
}
