using Microsoft.Extensions.Logging.Abstractions;
using TechBroker.Contracts.Messages;
using TechBroker.IntegrationTests.Storage;
using TechBroker.Matching;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;
using TechBroker.Workers;
using TechBroker.Workers.Scoring;

namespace TechBroker.IntegrationTests.Workers;

/// <summary>A scoring worker with an index of its own, whose messages a test hands over as it likes.</summary>
internal sealed class TestWorker : IDisposable
{
    private readonly ScoringRun run;

    public TestWorker(Database database, WorkerOptions? options = null)
    {
        Feed = TestDatabase.FeedOf(database);
        run = new ScoringRun(database, Feed, options ?? new WorkerOptions(), TimeProvider.System, NullLogger<ScoringRun>.Instance);
    }

    public MarketFeed Feed { get; }

    /// <summary>As the bus does: each type to its consumer, as one batch.</summary>
    public async Task DeliverAsync(params IEnumerable<OutboxMessage> messages)
    {
        foreach (var type in messages.Select(Of).OfType<ScoringWork>().GroupBy(w => w.Message.Type))
        {
            await run.RunAsync(type.Key + "Consumer", [.. type], CancellationToken.None);
        }
    }

    public void Dispose() => Feed.Dispose();

    private static ScoringWork? Of(OutboxMessage message) => message.Open().Message switch
    {
        ListingPublished m => new ScoringWork(message, Side.Listing, m.ListingId),
        ListingRevised m => new ScoringWork(message, Side.Listing, m.ListingId),
        ListingClosed m => new ScoringWork(message, Side.Listing, m.ListingId),
        NeedPosted m => new ScoringWork(message, Side.Need, m.NeedId),
        NeedRevised m => new ScoringWork(message, Side.Need, m.NeedId),
        NeedClosed m => new ScoringWork(message, Side.Need, m.NeedId),
        _ => null,
    };
}
