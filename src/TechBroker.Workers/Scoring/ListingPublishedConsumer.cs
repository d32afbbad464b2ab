using MassTransit;
using TechBroker.Contracts.Messages;
using TechBroker.Matching;

namespace TechBroker.Workers.Scoring;

/// <summary>A listing became open: find the needs it answers.</summary>
internal sealed class ListingPublishedConsumer(ScoringRun run) : IConsumer<Batch<ListingPublished>>
{
    public Task Consume(ConsumeContext<Batch<ListingPublished>> context) => run.RunAsync(
        nameof(ListingPublishedConsumer),
        [.. context.Message.Select(m => ScoringWork.Of(m, Side.Listing, m.Message.ListingId))],
        context.CancellationToken);
}
