namespace TechBroker.Api.Imports;

/// <summary>What the rows of a file are.</summary>
internal enum ImportKind
{
    Listings,
    Needs,
}
