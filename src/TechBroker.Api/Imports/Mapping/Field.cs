namespace TechBroker.Api.Imports.Mapping;

/// <summary>What a column or JSON property means. Listings and needs share the fields that differ in name only.</summary>
internal enum Field
{
    Id,
    Title,
    Summary,
    Description,
    Keywords,
    Fields,

    /// <summary>trl of a listing, minTrl of a need.</summary>
    Trl,
    Ip,
    CooperationModes,
    Region,

    /// <summary>askingPrice of a listing, budget of a need.</summary>
    Money,
    Deadline,
    Visibility,
    BlindSummary,
    Language,
    OrganisationId,
    Publish,

    /// <summary>A running number: known, and never an identity, because it changes with the sorting of the table.</summary>
    RunningNumber,

    /// <summary>The column that the file of rejected rows adds.</summary>
    Errors,
}
