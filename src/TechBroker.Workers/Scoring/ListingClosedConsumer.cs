using MassTransit;
using TechBroker.Contracts.Messages;
using TechBroker.Matching;

namespace TechBroker.Workers.Scoring;

/// <summary>A listing left the market: take it out of the index. Its stored matches stop being current by themselves.</summary>
internal sealed class ListingClosedConsumer(ScoringRun run) : IConsumer<Batch<ListingClosed>>
{
    public Task Consume(ConsumeContext<Batch<ListingClosed>> context) => run.RunAsync(
        nameof(ListingClosedConsumer),
        [.. context.Message.Select(m => ScoringWork.Of(m, Side.Listing, m.Message.ListingId))],
        context.CancellationToken);
}
