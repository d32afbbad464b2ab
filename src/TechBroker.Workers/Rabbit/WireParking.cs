using System.Data.Common;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Rabbit;

/// <summary>
/// Keeps what no consumer can deal with, with the reason, and only then lets the broker forget it. While the database is away it waits, and the
/// message with it: unacknowledged, so that it goes back to its queue should the process end.
/// </summary>
internal sealed partial class WireParking(Database database, IHostApplicationLifetime life, TimeProvider clock, ILogger<WireParking> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>Whether the message itself is at fault; otherwise it has to go back to its queue.</summary>
    public bool IsFault(Exception e) => !IsTrouble(e) && !life.ApplicationStopping.IsCancellationRequested;

    /// <summary>Whether the database or this process is, and trying again helps.</summary>
    public bool IsTrouble(Exception e) => !Trouble.IsOfTheMessage(e, database.Dialect);

    /// <param name="context">What was received.</param>
    /// <param name="consumer">Who should have dealt with it; where that one has, there is nothing to keep.</param>
    /// <param name="reason">In words, without what the message says.</param>
    public async Task ParkAsync(ReceiveContext context, string consumer, string reason)
    {
        var message = WireMessage.Read(context);
        for (var pause = TimeSpan.FromMilliseconds(100); ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                if (await database.WriteAsync(session => KeepAsync(session, message, consumer, reason), life.ApplicationStopping))
                {
                    Log.Parked(logger, message.Type, message.Id, consumer, reason);
                }

                return;
            }
            catch (Exception e) when (e is IOException || (e is DbException db && database.Dialect.IsUnavailable(db)))
            {
                await Task.Delay(pause, clock, life.ApplicationStopping);
            }
        }
    }

    /// <summary>What may be said of an exception; the words of others could quote the message.</summary>
    public static string ReasonOf(Exception e) => Innermost(e) is { } cause && cause is JsonException or NotSupportedException or InvalidDataException
        ? $"{cause.GetType().Name}: {cause.Message}"
        : Innermost(e).GetType().Name;

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;

    private async Task<bool> KeepAsync(WriteSession session, WireMessage message, string consumer, string reason)
    {
        var now = clock.GetUtcNow();
        if (message.Id is { } known && !await InboxStore.ReceiveAsync(session, known, consumer, now))
        {
            return false;
        }

        await ParkedMessageStore.ParkAsync(session, new ParkedMessage
        {
            Id = Guid.NewGuid(),
            MessageId = message.Id ?? Guid.NewGuid(),
            Type = message.Type,
            Body = message.Body,
            Consumer = consumer,
            Reason = reason,
            ParkedAt = now,
        });
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Parked {Type} {MessageId} for {Consumer}: {Reason}")]
        public static partial void Parked(ILogger logger, string type, Guid? messageId, string consumer, string reason);
    }
}
