using MassTransit;
using TechBroker.Contracts.Messages;
using TechBroker.Matching;

namespace TechBroker.Workers.Scoring;

/// <summary>A need left the market: take it out of the index. Its stored matches stop being current by themselves.</summary>
internal sealed class NeedClosedConsumer(ScoringRun run) : IConsumer<Batch<NeedClosed>>
{
    public Task Consume(ConsumeContext<Batch<NeedClosed>> context) => run.RunAsync(
        nameof(NeedClosedConsumer),
        [.. context.Message.Select(m => ScoringWork.Of(m, Side.Need, m.Message.NeedId))],
        context.CancellationToken);
}
