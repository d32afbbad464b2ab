using MassTransit;
using TechBroker.Contracts.Messages;

namespace TechBroker.Workers.Dispatch;

/// <summary>A match was proposed: a strong one becomes an engagement and goes to a manager.</summary>
internal sealed class MatchProposedConsumer(DispatchRun run) : IConsumer<Batch<MatchProposed>>
{
    public Task Consume(ConsumeContext<Batch<MatchProposed>> context) =>
        run.ProposeAsync([.. context.Message.Select(ProposalWork.Of)], context.CancellationToken);
}
