using System.Diagnostics;
using MassTransit;
using TechBroker.Matching;
using TechBroker.Storage.Bus;
using TechBroker.Workers.Relay;

namespace TechBroker.Workers.Scoring;

/// <summary>One message, and the listing or need that it asks to score.</summary>
internal sealed record ScoringWork(OutboxMessage Message, Side Side, Guid ItemId)
{
    public Guid MessageId => Message.MessageId;

    /// <summary>What published the message; empty where nobody traced.</summary>
    public ActivityContext Trace { get; init; }

    public static ScoringWork Of<T>(ConsumeContext<T> context, Side side, Guid itemId)
        where T : class
    {
        var id = context.MessageId ?? throw new InvalidOperationException("A message without an id did not come from the outbox.");
        return new ScoringWork(OutboxMessage.Of(id, context.Message, OutboxTrace.CreatedOf(context)), side, itemId) { Trace = OutboxTrace.ContextOf(context) };
    }
}
