using TechBroker.Domain.Engagements;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>Needs in the database. Every write also enters the change feed, the revision history and the audit record.</summary>
public static class NeedStore
{
    private const string Columns = """
        Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Description, Keywords, Fields, MinTrl, CooperationModes,
        RegionCode, BudgetCurrency, BudgetMinorUnits, Deadline, Visibility, BlindSummary, BlindRegion, BlindField, Language,
        CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, MergedInto, MergedState
        """;

    private const string Insert = $"""
        INSERT INTO Need ({Columns}, ChangeSeq)
        VALUES (@Id, @Revision, @State, @OrganisationId, @PostedBy, @ExternalRef, @ContentHash, @Title, @Description, @Keywords, @Fields, @MinTrl,
                @CooperationModes, @RegionCode, @BudgetCurrency, @BudgetMinorUnits, @Deadline, @Visibility, @BlindSummary, @BlindRegion,
                @BlindField, @Language, @CreatedAt, @UpdatedAt, @PublishedAt, @ExpiresOn, @Matched, @MergedInto, @MergedState, 0)
        """;

    private const string Update = """
        UPDATE Need
           SET Revision = @Revision, State = @State, ContentHash = @ContentHash, Title = @Title, Description = @Description,
               Keywords = @Keywords, Fields = @Fields, MinTrl = @MinTrl, CooperationModes = @CooperationModes, RegionCode = @RegionCode,
               BudgetCurrency = @BudgetCurrency, BudgetMinorUnits = @BudgetMinorUnits, Deadline = @Deadline, Visibility = @Visibility,
               BlindSummary = @BlindSummary, BlindRegion = @BlindRegion, BlindField = @BlindField, Language = @Language,
               UpdatedAt = @UpdatedAt, PublishedAt = @PublishedAt, ExpiresOn = @ExpiresOn, Matched = @Matched,
               MergedInto = @MergedInto, MergedState = @MergedState
         WHERE Id = @Id AND Revision = @Revision - 1
        """;

    /// <returns>As it is stored: what belongs to no organisation is not matched where its poster objects.</returns>
    public static async Task<Need> InsertAsync(WriteSession session, Need need)
    {
        need = need with { Matched = need.OrganisationId is not null || !await AccountStore.ObjectsAsync(session, need.PostedBy) };
        var row = NeedRow.Of(need);
        await session.RunAsync(Insert, row);
        Wrote(session, need, row, "created");
        await DuplicateDetection.WrittenAsync(session, DuplicateItem.Of(need), isNew: true);
        return need;
    }

    /// <summary>Replaces the revision before this one.</summary>
    /// <param name="session">In which the former revision was read.</param>
    /// <param name="need">The new one.</param>
    /// <param name="what">What was done to it, in the past tense: <see cref="AuditActions"/>.</param>
    /// <exception cref="InvalidOperationException">The stored revision is another: the caller has not read it in this session.</exception>
    public static async Task UpdateAsync(WriteSession session, Need need, string what)
    {
        var row = NeedRow.Of(need);
        if (await session.RunAsync(Update, row) != 1)
        {
            throw new InvalidOperationException($"Need {need.Id} is not at revision {need.Revision - 1}.");
        }

        Wrote(session, need, row, what);
        if (what == AuditActions.Revised)
        {
            await DuplicateDetection.WrittenAsync(session, DuplicateItem.Of(need), isNew: false);
        }

        // Here, so that no way off the market forgets what hangs on it.
        if (need.State is NeedState.Withdrawn or NeedState.Satisfied or NeedState.Expired)
        {
            await EngagementStore.CloseForWithdrawalAsync(session, EngagementSide.Need, need.Id, need.UpdatedAt, session.Actor.AccountId);
        }
    }

    public static async Task<Need?> FindAsync(SqlSession session, Guid id) =>
        (await session.FirstAsync<NeedRow>($"SELECT {Columns} FROM Need WHERE Id = @id", new { id }))?.ToNeed();

    public static async Task<Need?> FindByRefAsync(SqlSession session, Guid? organisationId, string externalRef) =>
        (await session.FirstAsync<NeedRow>(
            $"SELECT {Columns} FROM Need WHERE {session.Dialect.SameOwner("OrganisationId", "@organisationId")} AND ExternalRef = @externalRef",
            new { organisationId, externalRef }))?.ToNeed();

    /// <summary>Those of the ids that pass the filter, in no order.</summary>
    public static async Task<IReadOnlyList<Need>> FindManyAsync(SqlSession session, IReadOnlyCollection<Guid> ids, MarketFilter filter)
    {
        var (where, arguments) = (filter with { Ids = [.. ids.Select(i => i.ToString("D"))] }).OfNeeds(session.Dialect);
        return [.. (await session.ListAsync<NeedRow>($"SELECT {Columns} FROM Need WHERE Id IN @Ids{where}", arguments))
            .Select(r => r.ToNeed())];
    }

    /// <summary>Newest first, from below the filter's place.</summary>
    public static async Task<IReadOnlyList<Need>> PageAsync(SqlSession session, MarketFilter filter)
    {
        var (where, arguments) = filter.OfNeeds(session.Dialect);
        return [.. (await session.ListAsync<NeedRow>(
            $"SELECT {Columns} FROM Need WHERE 1 = 1{where} ORDER BY CreatedAt DESC, Id DESC{session.Dialect.Limit}", arguments))
            .Select(r => r.ToNeed())];
    }

    /// <summary>The reader's own needs that are hidden from others.</summary>
    public static Task<IReadOnlyList<Guid>> OwnHiddenAsync(SqlSession session, MarketReader reader) => session.ListAsync<Guid>(
        $"SELECT Id FROM Need WHERE State = 'published' AND Visibility <> 'open' AND {MarketReader.Owns("")}",
        new { ReaderOrganisationId = reader.OrganisationId, ReaderAccountId = reader.AccountId });

    /// <summary>What a person posted for no organisation, and nobody has taken off the market for good.</summary>
    public static async Task<IReadOnlyList<Need>> OwnAsync(SqlSession session, Guid accountId) =>
        [.. (await session.ListAsync<NeedRow>(
            $"SELECT {Columns} FROM Need WHERE PostedBy = @accountId AND OrganisationId IS NULL AND State NOT IN ('withdrawn', 'satisfied') ORDER BY Id",
            new { accountId })).Select(r => r.ToNeed())];

    /// <summary>What changed after one place in the feed, up to and including another.</summary>
    internal static Task<IReadOnlyList<NeedRow>> ChangesAsync(SqlSession session, long after, long upTo, bool openOnly) =>
        session.ListAsync<NeedRow>(
            $"SELECT {Columns} FROM Need WHERE ChangeSeq > @after AND ChangeSeq <= @upTo{(openOnly ? " AND State = 'published'" : "")} ORDER BY ChangeSeq",
            new { after, upTo });

    /// <summary>Open ones whose last day lies before today.</summary>
    public static async Task<IReadOnlyList<Need>> OverdueAsync(SqlSession session, DateOnly today, int limit) =>
        [.. (await session.ListAsync<NeedRow>(
            $"SELECT {Columns} FROM Need WHERE State = 'published' AND ExpiresOn < @today ORDER BY ExpiresOn{session.Dialect.Limit}",
            new { today, Limit = limit })).Select(r => r.ToNeed())];

    private static void Wrote(WriteSession session, Need need, NeedRow row, string what)
    {
        session.Changed(new MarketChange(MarketSide.Need, row.Id, row.Revision, row.State, StoredJson.Write(need.Content), row.UpdatedAt));
        session.Record($"need.{what}", "need", row.Id, new { row.Revision, row.State, row.ContentHash });
    }
}
