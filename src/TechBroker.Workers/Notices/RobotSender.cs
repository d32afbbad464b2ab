using Microsoft.Extensions.Hosting;
using TechBroker.Domain.Notices;
using TechBroker.Storage.Notices;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Notices;

/// <summary>Speaks to the robots of group chats, never more often than each allows: what came together meanwhile becomes one message.</summary>
internal sealed class RobotSender(Database database, NoticeOptions options, PublicOnlyHttp http, DeliveryLoop loop, TimeProvider clock) : BackgroundService
{
    private const int MostMerged = 1_000;

    // Whoever asks for patience gets it: the limits count by the minute.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(61);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync(StepAsync, stoppingToken);

    /// <returns>Whether anybody was spoken to.</returns>
    internal async Task<bool> StepAsync(CancellationToken ct)
    {
        if (!await database.ReadAsync(s => DeliveryStore.AnyDueAsync(s, Delivery.Robot, clock.GetUtcNow()), ct))
        {
            return false;
        }

        var spoken = await Task.WhenAll(options.Robots.Select(r => SpeakAsync(r, ct)));
        return spoken.Any(s => s);
    }

    private async Task<bool> SpeakAsync(RobotOptions robot, CancellationToken ct)
    {
        var leased = await database.WriteAsync(s => LeaseAsync(s, robot), ct);
        if (leased.Count == 0)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var text = RobotMessages.TextOf([.. leased.Select(d => (d.Kind, NoticeReading.PathOf(d.EngagementId, d.DealId)))], options.PublicAddress?.TrimEnd('/'));
        var request = RobotMessages.RequestOf(robot.KindCode, robot.Url, robot.Secret, text, now);
        var outcome = await http.PostAsync(request.Url, request.Body, [], readAnswer: true, ct);
        var fault = outcome.Fault ?? (outcome.Status is < 200 or > 299 ? $"http-{outcome.Status}" : RobotMessages.FaultOf(outcome.Answer) is { } code ? $"robot-{code}" : null);
        var patience = outcome.Status == 429 || (fault is not null && RobotMessages.AsksToWait(fault.Replace("robot-", "", StringComparison.Ordinal)));
        await database.WriteAsync(
            async s =>
            {
                foreach (var delivery in leased)
                {
                    var wait = fault is null ? null : Retries.Robot(delivery.Attempts, 0) is { } usual ? (patience && usual < Patience ? Patience : usual) : (TimeSpan?)null;
                    await DeliveryStore.SettleAsync(
                        s, delivery, fault is null ? Delivery.Done : wait is null ? Delivery.Failed : Delivery.Waiting, fault, clock.GetUtcNow() + wait, clock.GetUtcNow());
                }
            },
            ct);
        return true;
    }

    // Its place in the minute is taken in the same transaction: two workers never both think that they may.
    private async Task<IReadOnlyList<Delivery>> LeaseAsync(WriteSession session, RobotOptions robot)
    {
        var now = clock.GetUtcNow();
        if (RobotLimit.Of(robot.KindCode).NextAt([.. await DeliveryStore.PostsAsync(session, robot.Name, now)], now) > now)
        {
            return [];
        }

        var leased = await DeliveryStore.LeaseAsync(session, Delivery.Robot, robot.Name, now, now.AddSeconds(options.Webhooks.TimeoutSeconds + 60), MostMerged);
        if (leased.Count > 0)
        {
            await DeliveryStore.PostedAsync(session, robot.Name, now);
        }

        return leased;
    }
}
