using TechBroker.Contracts.Messages;

namespace TechBroker.Workers.Relay;

/// <summary>Message types that a consumer of this program settles; rows of all others are done once they are on the bus.</summary>
internal sealed class ConsumedMessages
{
    private readonly HashSet<string> names =
    [
        nameof(ListingPublished), nameof(ListingRevised), nameof(ListingClosed),
        nameof(NeedPosted), nameof(NeedRevised), nameof(NeedClosed),
        nameof(EngagementChanged), nameof(DealRecorded), nameof(DealChanged),
    ];

    public bool Contains(string type) => names.Contains(type);
}
