namespace TechBroker.Storage.Managers;

/// <param name="PerNeed">Proposals that a need may have at a time.</param>
/// <param name="PerListing">And a listing, with open and with hidden needs each.</param>
public sealed record ProposalLimits(int PerNeed, int PerListing);

/// <summary>Section <c>Dispatch</c>: matches that become engagements by themselves, and how long managers have to take them on.</summary>
public sealed record DispatchOptions
{
    /// <summary>Whether workers turn strong matches into engagements and give them to managers.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Level from which a match becomes an engagement: 1 unrelated, 2 weak, 3 fairly strong, 4 strong.</summary>
    public int MinLevel { get; set; } = 4;

    /// <summary>How long a manager has to take on what was dispatched to them.</summary>
    public int AcceptWithinHours { get; set; } = 24;

    /// <summary>
    /// Engagements proposed by the program that one need may have at a time, before anybody is mutually interested; and one listing, unless
    /// <see cref="MaxPerListing"/> says otherwise.
    /// </summary>
    public int MaxPerItem { get; set; } = 10;

    /// <summary>
    /// The same for a listing; for open and for hidden needs each. Fewer than a need may have spread proposals over more listings: a popular
    /// one that is full makes room for the next best. Where absent <see cref="MaxPerItem"/>.
    /// </summary>
    public int? MaxPerListing { get; set; }

    /// <summary>Both limits.</summary>
    public ProposalLimits Limits => new(MaxPerItem, MaxPerListing ?? MaxPerItem);

    /// <summary>After so many managers let it lapse, an engagement goes to the organisers.</summary>
    public int EscalateAfterLapses { get; set; } = 3;

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        MinLevel is < 1 or > 4 ? $"Dispatch:MinLevel is {MinLevel}; it must be 1 to 4."
        : AcceptWithinHours is < 1 or > 720 ? $"Dispatch:AcceptWithinHours is {AcceptWithinHours}; it must be 1 to 720."
        : MaxPerItem is < 1 or > 1_000 ? $"Dispatch:MaxPerItem is {MaxPerItem}; it must be 1 to 1,000."
        : MaxPerListing is < 1 or > 1_000 ? $"Dispatch:MaxPerListing is {MaxPerListing}; it must be 1 to 1,000."
        : EscalateAfterLapses is < 1 or > 100 ? $"Dispatch:EscalateAfterLapses is {EscalateAfterLapses}; it must be 1 to 100."
        : null;
}
