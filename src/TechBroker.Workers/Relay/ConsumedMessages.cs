using TechBroker.Contracts.Messages;
using TechBroker.Storage.Managers;

namespace TechBroker.Workers.Relay;

/// <summary>Message types that a consumer of this program settles; rows of all others are done once they are on the bus.</summary>
internal sealed class ConsumedMessages(DispatchOptions? dispatch = null)
{
    private readonly HashSet<string> names =
    [
        nameof(ListingPublished), nameof(ListingRevised), nameof(ListingClosed),
        nameof(NeedPosted), nameof(NeedRevised), nameof(NeedClosed),
        .. dispatch is { Enabled: true } ? [nameof(MatchProposed)] : Array.Empty<string>(),
        nameof(EngagementChanged), nameof(EngagementEscalated), nameof(DealRecorded), nameof(DealChanged),
    ];

    public bool Contains(string type) => names.Contains(type);
}
