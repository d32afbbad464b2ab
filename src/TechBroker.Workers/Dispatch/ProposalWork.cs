using MassTransit;
using TechBroker.Contracts.Messages;
using TechBroker.Storage.Bus;

namespace TechBroker.Workers.Dispatch;

/// <summary>One message, and the pair that it proposes.</summary>
internal sealed record ProposalWork(OutboxMessage Message, Guid ListingId, Guid NeedId)
{
    public Guid MessageId => Message.MessageId;

    public static ProposalWork Of(ConsumeContext<MatchProposed> context)
    {
        var id = context.MessageId ?? throw new InvalidOperationException("A message without an id did not come from the outbox.");
        return new ProposalWork(OutboxMessage.Of(id, context.Message, context.SentTime ?? DateTime.UnixEpoch), context.Message.ListingId, context.Message.NeedId);
    }
}
