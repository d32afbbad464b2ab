namespace TechBroker.Storage.Statistics;

/// <summary>Which engagements a reader's figures are made of, from when.</summary>
public sealed record EngagementScope
{
    /// <summary>From this moment on, and before that one.</summary>
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Before { get; init; }

    /// <summary>
    /// Organisations with which the reader has a conflict ("D"): what they take part in does not exist for the reader, so it is in no figure either.
    /// </summary>
    public IReadOnlyCollection<string> Conflicted { get; init; } = [];

    /// <summary>After <c>Engagement e</c>; nothing where nothing is closed to the reader.</summary>
    internal string Ends => Conflicted.Count == 0 ? "" : " JOIN Listing sl ON sl.Id = e.ListingId JOIN Need sn ON sn.Id = e.NeedId";

    internal string Open => Conflicted.Count == 0 ? ""
        : " AND (sl.OrganisationId IS NULL OR sl.OrganisationId NOT IN @Conflicted) AND (sn.OrganisationId IS NULL OR sn.OrganisationId NOT IN @Conflicted)";
}
