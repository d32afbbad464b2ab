using TechBroker.Domain.Listings;

namespace TechBroker.Domain.Showcase;

/// <summary>A listing's place in the showcase (橙果铺子): what is shown for the first time, in one line, from a day on until it is ended. It can be renewed.</summary>
public sealed record FirstRelease
{
    public required Guid ListingId { get; init; }

    public required int Revision { get; init; }

    /// <summary>One line each; at least one of them is there.</summary>
    public string? PitchZh { get; init; }

    public string? PitchEn { get; init; }

    /// <summary>First day in the showcase.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The day on which it was taken out; null while it is current.</summary>
    public DateOnly? EndedOn { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public bool IsCurrent => EndedOn is null;

    /// <summary>In the showcase on a day, as far as the first release itself is concerned.</summary>
    public bool IsShownOn(DateOnly day) => IsCurrent && Since <= day;

    /// <summary>Sets or renews it.</summary>
    /// <param name="before">What stands; null where there is none.</param>
    /// <param name="listing">Whose it is.</param>
    /// <param name="pitchZh">One line in Chinese.</param>
    /// <param name="pitchEn">One line in English.</param>
    /// <param name="since">Today where absent.</param>
    /// <param name="now">When this happens.</param>
    /// <param name="today">By the centre's calendar.</param>
    public static Outcome<FirstRelease> Set(FirstRelease? before, Listing listing, string? pitchZh, string? pitchEn, DateOnly? since, DateTimeOffset now, DateOnly today) =>
        ShowcaseErrors.OffTheMarket(listing) is { } gone ? gone
        : since > today.AddYears(1) ? ShowcaseErrors.TooFarAhead()
        : new FirstRelease
        {
            ListingId = listing.Id,
            Revision = (before?.Revision ?? 0) + 1,
            PitchZh = pitchZh,
            PitchEn = pitchEn,
            Since = since ?? (before is { IsCurrent: true } ? before.Since : today),
            UpdatedAt = now,
        };

    public Outcome<FirstRelease> End(DateTimeOffset now, DateOnly today) =>
        IsCurrent ? this with { Revision = Revision + 1, EndedOn = today, UpdatedAt = now } : ShowcaseErrors.EndedAlready();
}
