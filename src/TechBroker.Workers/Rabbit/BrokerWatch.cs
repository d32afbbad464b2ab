using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using TechBroker.Domain;
using TechBroker.Storage.Bus;

namespace TechBroker.Workers.Rabbit;

/// <summary>
/// Looks after the broker on a connection of its own, which is given up at the first fault and says what is wrong: MassTransit itself tries again
/// without a word, and is let through only when this one has got in. What it finds is said once, when it changes.
/// </summary>
internal sealed partial class BrokerWatch(BusHealth health, IBusControl bus, BusOptions options, TimeProvider clock, ILogger<BrokerWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(5), Settling = TimeSpan.FromSeconds(15);

    private IConnection? connection;
    private IChannel? channel;
    private string? blocked;
    private DateTimeOffset? unwell;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (condition, sentence) = await LookAsync(stoppingToken);
                Tell(condition, sentence);
                await Task.Delay(Interval, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await CloseAsync();
    }

    private async Task<(BusCondition Condition, Text? Sentence)> LookAsync(CancellationToken ct)
    {
        try
        {
            await KnockAsync(ct);
        }
#pragma warning disable CA1031 // Whatever it is, it is what is wrong with the broker, and what this is here to say.
        catch (Exception e) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (blocked is null)
            {
                await CloseAsync();
                unwell = null;
                return (BusCondition.Down, BrokerTrouble.Of(e, options));
            }
        }

        return blocked is { } reason ? (BusCondition.Blocked, Blocked(reason)) : Endpoints();
    }

    /// <summary>A message to nobody: that it is confirmed shows that the broker works, and a broker in need tells only those who publish.</summary>
    private async Task KnockAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        if (channel is not { IsOpen: true })
        {
            await CloseAsync();
            connection = await Connection.OpenAsync(options, ct);
            connection.ConnectionBlockedAsync += (_, told) => SetAsync(told.Reason);
            connection.ConnectionUnblockedAsync += (_, _) => SetAsync(null);
            channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), patience.Token);
        }

        if (blocked is null)
        {
            await channel.BasicPublishAsync("", "techbroker-watch", mandatory: false, ReadOnlyMemory<byte>.Empty, patience.Token);
        }
    }

    /// <summary>What MassTransit cannot consume although the broker is there. It gets some time to connect.</summary>
    private (BusCondition Condition, Text? Sentence) Endpoints()
    {
        var result = bus.CheckHealth();
        var now = clock.GetUtcNow();
        unwell = result.Status is BusHealthStatus.Healthy ? null : unwell ?? now;
        if (unwell is null || now - unwell < Settling)
        {
            return (BusCondition.Connected, null);
        }

        var cause = result.Exception ?? result.Endpoints.Values.Select(e => e.Exception).FirstOrDefault(e => e is not null);
        return (BusCondition.Degraded, cause is null
            ? new("消息服务器已连接，但部分队列尚不可用，可能失去了多数节点。", "The broker is there, and some of its queues are not: it may have lost the majority of its nodes.")
            : BrokerTrouble.Of(cause, options));
    }

    private void Tell(BusCondition condition, Text? sentence)
    {
        var before = health.State.Condition;
        if (!health.Report(nameof(BrokerWatch), condition, sentence))
        {
            return;
        }

        if (sentence is { } wrong)
        {
            Log.Wrong(logger, wrong.En);
        }
        else if (before is not BusCondition.Connected)
        {
            Log.Well(logger, options.ToString());
        }
    }

    private Task SetAsync(string? reason)
    {
        blocked = reason;
        return Task.CompletedTask;
    }

    private static Text Blocked(string reason) => new(
        $"消息服务器暂停接收消息（{reason}），请检查其内存和磁盘空间。",
        $"The broker takes no messages ({reason}): look at its memory and disk.");

    private async Task CloseAsync()
    {
        var old = connection;
        (connection, channel, blocked) = (null, null, null);
        try
        {
            await (old?.CloseAsync(200, "done", TimeSpan.FromSeconds(1), abort: true) ?? Task.CompletedTask);
            await (old?.DisposeAsync() ?? default);
        }
#pragma warning disable CA1031 // It is of no use any more, however it ends.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Sentence} What is posted meanwhile is kept and sent when this is over.")]
        public static partial void Wrong(ILogger logger, string sentence);

        [LoggerMessage(2, LogLevel.Information, "The broker is there: {Bus}")]
        public static partial void Well(ILogger logger, string bus);
    }
}
