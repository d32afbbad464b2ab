using MassTransit;
using TechBroker.Contracts.Messages;
using TechBroker.Matching;

namespace TechBroker.Workers.Scoring;

/// <summary>A need became open: find the listings that answer it.</summary>
internal sealed class NeedPostedConsumer(ScoringRun run) : IConsumer<Batch<NeedPosted>>
{
    public Task Consume(ConsumeContext<Batch<NeedPosted>> context) => run.RunAsync(
        nameof(NeedPostedConsumer),
        [.. context.Message.Select(m => ScoringWork.Of(m, Side.Need, m.Message.NeedId))],
        context.CancellationToken);
}
