using TechBroker.Domain.Duplicates;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Matching.Tokens;

namespace TechBroker.Storage.Duplicates;

/// <summary>A listing or need as detection sees it: whose it is, how old, and its keys.</summary>
public sealed record DuplicateItem
{
    public required DuplicateSide Side { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Organisation or, without one, person; null where it is nobody's, and then it is no one's own.</summary>
    public Guid? OwnerId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required IReadOnlyList<DuplicateKey> Keys { get; init; }

    public static DuplicateItem Of(Listing listing) => new()
    {
        Side = DuplicateSide.Listing,
        Id = listing.Id,
        OwnerId = listing.OwnerId,
        CreatedAt = listing.CreatedAt,
        UpdatedAt = listing.UpdatedAt,
        Keys = DuplicateKeys.Of(listing.Content, Folding.Of),
    };

    public static DuplicateItem Of(Need need) => new()
    {
        Side = DuplicateSide.Need,
        Id = need.Id,
        OwnerId = need.OwnerId,
        CreatedAt = need.CreatedAt,
        UpdatedAt = need.UpdatedAt,
        Keys = DuplicateKeys.Of(need.Content, Folding.Of),
    };
}
