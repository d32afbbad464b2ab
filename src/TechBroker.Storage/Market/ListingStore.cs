using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>Listings in the database. Every write also enters the change feed, the revision history and the audit record.</summary>
public static class ListingStore
{
    private const string Columns = """
        Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Summary, Description, Keywords, Fields, Trl, Ip,
        CooperationModes, RegionCode, AskingPriceCurrency, AskingPriceMinorUnits, Language, CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, ReturnReason,
        MergedInto, MergedState
        """;

    private const string Insert = $"""
        INSERT INTO Listing ({Columns}, ChangeSeq)
        VALUES (@Id, @Revision, @State, @OrganisationId, @PostedBy, @ExternalRef, @ContentHash, @Title, @Summary, @Description, @Keywords, @Fields,
                @Trl, @Ip, @CooperationModes, @RegionCode, @AskingPriceCurrency, @AskingPriceMinorUnits, @Language, @CreatedAt,
                @UpdatedAt, @PublishedAt, @ExpiresOn, @Matched, @ReturnReason,
                @MergedInto, @MergedState, 0)
        """;

    private const string Update = """
        UPDATE Listing
           SET Revision = @Revision, State = @State, ContentHash = @ContentHash, Title = @Title, Summary = @Summary,
               Description = @Description, Keywords = @Keywords, Fields = @Fields, Trl = @Trl, Ip = @Ip,
               CooperationModes = @CooperationModes, RegionCode = @RegionCode, AskingPriceCurrency = @AskingPriceCurrency,
               AskingPriceMinorUnits = @AskingPriceMinorUnits, Language = @Language, UpdatedAt = @UpdatedAt,
               PublishedAt = @PublishedAt, ExpiresOn = @ExpiresOn, Matched = @Matched, ReturnReason = @ReturnReason,
               MergedInto = @MergedInto, MergedState = @MergedState
         WHERE Id = @Id AND Revision = @Revision - 1
        """;

    /// <returns>As it is stored: what belongs to no organisation is not matched where its poster objects.</returns>
    public static async Task<Listing> InsertAsync(WriteSession session, Listing listing)
    {
        listing = listing with { Matched = listing.OrganisationId is not null || !await AccountStore.ObjectsAsync(session, listing.PostedBy) };
        var row = ListingRow.Of(listing);
        await session.RunAsync(Insert, row);
        Wrote(session, listing, row, "created");
        await DuplicateDetection.WrittenAsync(session, DuplicateItem.Of(listing), isNew: true);
        return listing;
    }

    /// <summary>Replaces the revision before this one.</summary>
    /// <param name="session">In which the former revision was read.</param>
    /// <param name="listing">The new one.</param>
    /// <param name="what">What was done to it, in the past tense: <see cref="AuditActions"/>.</param>
    /// <exception cref="InvalidOperationException">The stored revision is another: the caller has not read it in this session.</exception>
    public static async Task UpdateAsync(WriteSession session, Listing listing, string what)
    {
        var row = ListingRow.Of(listing);
        if (await session.RunAsync(Update, row) != 1)
        {
            throw new InvalidOperationException($"Listing {listing.Id} is not at revision {listing.Revision - 1}.");
        }

        Wrote(session, listing, row, what);
        if (what == AuditActions.Revised)
        {
            await DuplicateDetection.WrittenAsync(session, DuplicateItem.Of(listing), isNew: false);
        }

        // Here, so that no way off the market forgets what hangs on it.
        if (listing.State is ListingState.Withdrawn or ListingState.Transferred or ListingState.Expired)
        {
            await EngagementStore.CloseForWithdrawalAsync(session, EngagementSide.Listing, listing.Id, listing.UpdatedAt, session.Actor.AccountId);
        }
    }

    public static async Task<Listing?> FindAsync(SqlSession session, Guid id) =>
        (await session.FirstAsync<ListingRow>($"SELECT {Columns} FROM Listing WHERE Id = @id", new { id }))?.ToListing();

    public static async Task<Listing?> FindByRefAsync(SqlSession session, Guid? organisationId, string externalRef) =>
        (await session.FirstAsync<ListingRow>(
            $"SELECT {Columns} FROM Listing WHERE {session.Dialect.SameOwner("OrganisationId", "@organisationId")} AND ExternalRef = @externalRef",
            new { organisationId, externalRef }))?.ToListing();

    /// <summary>Those of the ids that pass the filter, in no order.</summary>
    public static async Task<IReadOnlyList<Listing>> FindManyAsync(SqlSession session, IReadOnlyCollection<Guid> ids, MarketFilter filter)
    {
        var (where, arguments) = (filter with { Ids = [.. ids.Select(i => i.ToString("D"))] }).OfListings(session.Dialect);
        return [.. (await session.ListAsync<ListingRow>($"SELECT {Columns} FROM Listing WHERE Id IN @Ids{where}", arguments))
            .Select(r => r.ToListing())];
    }

    /// <summary>Newest first, from below the filter's place.</summary>
    public static async Task<IReadOnlyList<Listing>> PageAsync(SqlSession session, MarketFilter filter)
    {
        var (where, arguments) = filter.OfListings(session.Dialect);
        return [.. (await session.ListAsync<ListingRow>(
            $"SELECT {Columns} FROM Listing WHERE 1 = 1{where} ORDER BY CreatedAt DESC, Id DESC{session.Dialect.Limit}", arguments))
            .Select(r => r.ToListing())];
    }

    /// <summary>What a person posted for no organisation, and nobody has taken off the market for good.</summary>
    public static async Task<IReadOnlyList<Listing>> OwnAsync(SqlSession session, Guid accountId) =>
        [.. (await session.ListAsync<ListingRow>(
            $"SELECT {Columns} FROM Listing WHERE PostedBy = @accountId AND OrganisationId IS NULL AND State NOT IN ('withdrawn', 'transferred') ORDER BY Id",
            new { accountId })).Select(r => r.ToListing())];

    /// <summary>What changed after one place in the feed, up to and including another.</summary>
    internal static Task<IReadOnlyList<ListingRow>> ChangesAsync(SqlSession session, long after, long upTo, bool openOnly) =>
        session.ListAsync<ListingRow>(
            $"SELECT {Columns} FROM Listing WHERE ChangeSeq > @after AND ChangeSeq <= @upTo{(openOnly ? " AND State = 'published'" : "")} ORDER BY ChangeSeq",
            new { after, upTo });

    /// <summary>Open ones whose last day lies before today.</summary>
    public static async Task<IReadOnlyList<Listing>> OverdueAsync(SqlSession session, DateOnly today, int limit) =>
        [.. (await session.ListAsync<ListingRow>(
            $"SELECT {Columns} FROM Listing WHERE State = 'published' AND ExpiresOn < @today ORDER BY ExpiresOn{session.Dialect.Limit}",
            new { today, Limit = limit })).Select(r => r.ToListing())];

    private static void Wrote(WriteSession session, Listing listing, ListingRow row, string what)
    {
        session.Changed(new MarketChange(MarketSide.Listing, row.Id, row.Revision, row.State, StoredJson.Write(listing.Content), row.UpdatedAt));
        session.Record($"listing.{what}", "listing", row.Id, new { row.Revision, row.State, row.ContentHash });
    }
}
