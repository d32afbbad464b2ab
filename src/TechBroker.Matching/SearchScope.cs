namespace TechBroker.Matching;

/// <summary>Which hidden needs a search for needs may find. Listings and open needs are found by everyone.</summary>
public sealed record SearchScope
{
    /// <summary>Nothing of hidden needs.</summary>
    public static readonly SearchScope OpenOnly = new();

    /// <summary>All of them by all of their text.</summary>
    public static readonly SearchScope Everything = new() { Notices = true, EveryHiddenNeed = true };

    /// <summary>Hidden needs are found by their public text.</summary>
    public bool Notices { get; init; }

    public bool EveryHiddenNeed { get; init; }

    /// <summary>Ids of the hidden needs that are also found by their own text.</summary>
    public IReadOnlyCollection<Guid> HiddenNeeds { get; init; } = [];
}
