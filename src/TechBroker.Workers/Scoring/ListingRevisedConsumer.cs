using MassTransit;
using TechBroker.Contracts.Messages;
using TechBroker.Matching;

namespace TechBroker.Workers.Scoring;

/// <summary>An open listing changed: score it again, with everything it was paired with before.</summary>
internal sealed class ListingRevisedConsumer(ScoringRun run) : IConsumer<Batch<ListingRevised>>
{
    public Task Consume(ConsumeContext<Batch<ListingRevised>> context) => run.RunAsync(
        nameof(ListingRevisedConsumer),
        [.. context.Message.Select(m => ScoringWork.Of(m, Side.Listing, m.Message.ListingId))],
        context.CancellationToken);
}
