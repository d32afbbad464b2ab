using System.Text.Json;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace TechBroker.Benchmarks.Peers;

/// <summary>RabbitMQ.Client by hand: a quorum queue, persistent messages, confirms, 16 messages at a time.</summary>
internal sealed class RawPeer(PeerScoring scoring) : BackgroundService, IPeerBus
{
    private const string Queue = "peer-raw";
    private const ushort AtOnce = 16;
    private readonly TaskCompletionSource<IChannel> publisher = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task PublishAsync(PeerMessage message) => await (await publisher.Task).BasicPublishAsync(
        "", Queue, mandatory: true, new BasicProperties { Persistent = true }, JsonSerializer.SerializeToUtf8Bytes(message));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var connection = await BrokerAddress.Factory().CreateConnectionAsync(stoppingToken);

        // No limiter: the client's own throttles hard once as many are unconfirmed as it allows.
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null), stoppingToken);
        await using var consuming = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: false, publisherConfirmationTrackingEnabled: false, consumerDispatchConcurrency: AtOnce), stoppingToken);
        await channel.QueueDeclareAsync(
            Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: stoppingToken);
        await consuming.BasicQosAsync(0, AtOnce * 4, global: false, stoppingToken);
        var consumer = new AsyncEventingBasicConsumer(consuming);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await scoring.ScoreAsync(JsonSerializer.Deserialize<PeerMessage>(delivery.Body.Span)!);
            await consuming.BasicAckAsync(delivery.DeliveryTag, multiple: false, stoppingToken);
        };
        await consuming.BasicConsumeAsync(Queue, autoAck: false, consumer, stoppingToken);
        publisher.SetResult(channel);
        await Task.Delay(Timeout.Infinite, stoppingToken);
    }
}
