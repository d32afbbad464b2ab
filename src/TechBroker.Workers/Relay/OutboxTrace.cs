using System.Diagnostics;
using System.Globalization;
using MassTransit;
using MassTransit.Logging;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Telemetry;

namespace TechBroker.Workers.Relay;

/// <summary>Takes a row's trace and age over the bus, whichever relay carries it.</summary>
internal static class OutboxTrace
{
    // The bus's own time of sending begins anew at each redelivery.
    private const string Created = "TechBroker-Created";

    /// <summary>Goes on with the trace that wrote the row; null where nobody traces. Publish inside, then dispose.</summary>
    public static Activity? Start(OutboxMessage row)
    {
        var activity = Traces.Relay.StartActivity("outbox publish", ActivityKind.Producer, Traces.ContextOf(row.TraceParent));
        return activity?.SetTag("messaging.message.id", row.MessageId.ToString("D")).SetTag("techbroker.message.type", row.Type);
    }

    /// <summary>Gives the message on the bus the identity of its row.</summary>
    public static void Stamp(SendContext context, OutboxMessage row)
    {
        context.MessageId = row.MessageId;
        context.Headers.Set(Created, row.CreatedAt.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>When the row was written; when the message was sent where whoever sent it did not say.</summary>
    public static DateTimeOffset CreatedOf(ConsumeContext context) =>
        DateTimeOffset.TryParse(context.Headers.Get<string>(Created), CultureInfo.InvariantCulture, out var at) ? at : context.SentTime ?? DateTime.UnixEpoch;

    /// <summary>What published the message; the empty context where nobody traced.</summary>
    public static ActivityContext ContextOf(ConsumeContext context) => Traces.ContextOf(context.Headers.Get<string>(DiagnosticHeaders.ActivityId));
}
