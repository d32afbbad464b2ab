using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>Whose an item is and how far it is exposed.</summary>
public sealed record HoldingRow
{
    /// <summary>Of a merged item the one that it comes back to.</summary>
    public required string State { get; init; }

    /// <summary>A merged item is exposed no further than the one that took its place.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>open, blind or private; null for what has no such choice.</summary>
    public string? Visibility { get; init; }

    public Guid? OrganisationId { get; init; }

    public Guid? PostedBy { get; init; }
}

/// <summary>Reads no text: what may not be seen costs as little as what is not there.</summary>
public static class HoldingStore
{
    public static Task<HoldingRow?> OfListingAsync(SqlSession session, Guid id) =>
        session.FirstAsync<HoldingRow>("SELECT COALESCE(MergedState, State) AS State, MergedInto, OrganisationId, PostedBy FROM Listing WHERE Id = @id", new { id });

    public static Task<HoldingRow?> OfNeedAsync(SqlSession session, Guid id) =>
        session.FirstAsync<HoldingRow>("SELECT COALESCE(MergedState, State) AS State, MergedInto, Visibility, OrganisationId, PostedBy FROM Need WHERE Id = @id", new { id });

    public static Task<HoldingRow?> OfImportAsync(SqlSession session, Guid id) =>
        session.FirstAsync<HoldingRow>("SELECT State, OrganisationId, PostedBy FROM ImportJob WHERE Id = @id", new { id });

    /// <summary>Whose contract it is: the parties that are organisations or people of this system. Empty where there is no such deal or none of them is.</summary>
    public static Task<IReadOnlyList<DealPartyRow>> OfDealAsync(SqlSession session, Guid id) =>
        session.ListAsync<DealPartyRow>(
            "SELECT d.Id AS DealId, p.OrganisationId, p.AccountId FROM Deal d LEFT JOIN DealParty p ON p.DealId = d.Id WHERE d.Id = @id", new { id });
}

/// <summary>A party of a contract, as far as it is known here.</summary>
public sealed record DealPartyRow
{
    public required Guid DealId { get; init; }

    public Guid? OrganisationId { get; init; }

    public Guid? AccountId { get; init; }
}
