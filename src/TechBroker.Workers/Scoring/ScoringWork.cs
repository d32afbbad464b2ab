using MassTransit;
using TechBroker.Matching;
using TechBroker.Storage.Bus;

namespace TechBroker.Workers.Scoring;

/// <summary>One message, and the listing or need that it asks to score.</summary>
internal sealed record ScoringWork(OutboxMessage Message, Side Side, Guid ItemId)
{
    public Guid MessageId => Message.MessageId;

    public static ScoringWork Of<T>(ConsumeContext<T> context, Side side, Guid itemId)
        where T : class
    {
        var id = context.MessageId ?? throw new InvalidOperationException("A message without an id did not come from the outbox.");
        return new ScoringWork(OutboxMessage.Of(id, context.Message, context.SentTime ?? DateTime.UnixEpoch), side, itemId);
    }
}
