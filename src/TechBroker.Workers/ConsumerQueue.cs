using TechBroker.Contracts.Messages;
using TechBroker.Storage.Managers;
using TechBroker.Workers.Dispatch;
using TechBroker.Workers.Notices;
using TechBroker.Workers.Scoring;

namespace TechBroker.Workers;

/// <summary>
/// A queue, what goes into it, and who takes it out. The names are the broker's and stay for good: under a new one, what waits under the old
/// one would be forgotten.
/// </summary>
internal sealed record ConsumerQueue(string Name, Type Message, Type Consumer)
{
    private static readonly IReadOnlyList<ConsumerQueue> All =
    [
        new("techbroker-listing-published", typeof(ListingPublished), typeof(ListingPublishedConsumer)),
        new("techbroker-listing-revised", typeof(ListingRevised), typeof(ListingRevisedConsumer)),
        new("techbroker-listing-closed", typeof(ListingClosed), typeof(ListingClosedConsumer)),
        new("techbroker-need-posted", typeof(NeedPosted), typeof(NeedPostedConsumer)),
        new("techbroker-need-revised", typeof(NeedRevised), typeof(NeedRevisedConsumer)),
        new("techbroker-need-closed", typeof(NeedClosed), typeof(NeedClosedConsumer)),
        new("techbroker-match-proposed", typeof(MatchProposed), typeof(MatchProposedConsumer)),
        new("techbroker-engagement-changed", typeof(EngagementChanged), typeof(EngagementChangedConsumer)),
        new("techbroker-engagement-escalated", typeof(EngagementEscalated), typeof(EngagementEscalatedConsumer)),
        new("techbroker-deal-recorded", typeof(DealRecorded), typeof(DealRecordedConsumer)),
        new("techbroker-deal-changed", typeof(DealChanged), typeof(DealChangedConsumer)),
    ];

    /// <summary>Where the centre dispatches by hand, nobody takes proposals.</summary>
    public static IEnumerable<ConsumerQueue> Under(DispatchOptions? dispatch) => All.Where(q => q.Message != typeof(MatchProposed) || dispatch is { Enabled: true });

    public static string NameFor<TConsumer>() => All.Single(q => q.Consumer == typeof(TConsumer)).Name;

    /// <returns>Null where the queue is none of these.</returns>
    public static ConsumerQueue? Named(string? name) => All.FirstOrDefault(q => q.Name == name);
}
