using MassTransit;
using TechBroker.Contracts.Messages;
using TechBroker.Matching;

namespace TechBroker.Workers.Scoring;

/// <summary>An open need changed: score it again, with everything it was paired with before.</summary>
internal sealed class NeedRevisedConsumer(ScoringRun run) : IConsumer<Batch<NeedRevised>>
{
    public Task Consume(ConsumeContext<Batch<NeedRevised>> context) => run.RunAsync(
        nameof(NeedRevisedConsumer),
        [.. context.Message.Select(m => ScoringWork.Of(m, Side.Need, m.Message.NeedId))],
        context.CancellationToken);
}
