namespace TechBroker.Contracts.Http;

/// <summary>A listing's place in the showcase and its picture. It is answered for every listing that the caller sees, whether or not there is either.</summary>
public sealed record FirstReleaseBody
{
    public required Guid ListingId { get; init; }

    /// <summary>For If-Match; 0 where a first release was never set.</summary>
    public required int Revision { get; init; }

    /// <summary>One line in Chinese.</summary>
    public string? PitchZh { get; init; }

    /// <summary>One line in English.</summary>
    public string? PitchEn { get; init; }

    /// <summary>First day in the showcase; null where there is no first release. One that is over is told to the listing's people and the centre only.</summary>
    public DateOnly? Since { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>Whether it is in the showcase now.</summary>
    public required bool Shown { get; init; }

    public PictureBody? Picture { get; init; }
}
