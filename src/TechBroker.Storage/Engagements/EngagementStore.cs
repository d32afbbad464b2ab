using System.Data.Common;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>Engagements in the database; every write goes into the log and tells the live stream, with the id only.</summary>
public static class EngagementStore
{
    private const string Columns = """
        e.Id, e.Revision, e.ListingId, e.NeedId, e.State, e.ListingInterestAt, e.NeedInterestAt, e.IntroducedAt, e.ManagerId, e.AcceptBy, e.LoggedBy, e.Note,
        e.PriceMode, e.PriceCurrency, e.PriceMinorUnits, e.PublicityFrom, e.PublicityDays, e.Outcome, e.OutcomeOn, e.FrozenFor,
        e.CloseReason, e.CloseNote, e.ClosedBySide, e.CreatedAt, e.UpdatedAt
        """;

    private const string Insert = """
        INSERT INTO Engagement (Id, Revision, ListingId, NeedId, State, ListingInterestAt, NeedInterestAt, IntroducedAt, ManagerId, AcceptBy, LoggedBy, Note,
                                PriceMode, PriceCurrency, PriceMinorUnits, PublicityFrom, PublicityDays, PublicityUntil, Outcome, OutcomeOn, FrozenFor,
                                CloseReason, CloseNote, ClosedBySide, CreatedAt, UpdatedAt)
        VALUES (@Id, @Revision, @ListingId, @NeedId, @State, @ListingInterestAt, @NeedInterestAt, @IntroducedAt, @ManagerId, @AcceptBy, @LoggedBy, @Note,
                @PriceMode, @PriceCurrency, @PriceMinorUnits, @PublicityFrom, @PublicityDays, @PublicityUntil, @Outcome, @OutcomeOn, @FrozenFor,
                @CloseReason, @CloseNote, @ClosedBySide, @CreatedAt, @UpdatedAt)
        """;

    private const string Update = """
        UPDATE Engagement
           SET Revision = @Revision, ListingId = @ListingId, NeedId = @NeedId, State = @State, ListingInterestAt = @ListingInterestAt,
               NeedInterestAt = @NeedInterestAt, IntroducedAt = @IntroducedAt, ManagerId = @ManagerId, AcceptBy = @AcceptBy, LoggedBy = @LoggedBy, Note = @Note, PriceMode = @PriceMode,
               PriceCurrency = @PriceCurrency, PriceMinorUnits = @PriceMinorUnits, PublicityFrom = @PublicityFrom, PublicityDays = @PublicityDays,
               PublicityUntil = @PublicityUntil, Outcome = @Outcome, OutcomeOn = @OutcomeOn, FrozenFor = @FrozenFor, CloseReason = @CloseReason, CloseNote = @CloseNote,
               ClosedBySide = @ClosedBySide, UpdatedAt = @UpdatedAt
         WHERE Id = @Id AND Revision = @Revision - 1
        """;

    /// <returns>Null where it is stored now; else the live engagement that the pair has already, and nothing is written.</returns>
    public static async Task<Guid?> InsertAsync(WriteSession session, Engagement engagement, EngagementEntry entry)
    {
        try
        {
            await session.RunAsync(Insert, EngagementRow.Of(engagement));
        }
        catch (DbException e) when (session.Dialect.IsUniqueViolation(e))
        {
            return await LiveOfPairAsync(session, engagement) ?? throw new InvalidOperationException($"Engagement {engagement.Id} exists already.", e);
        }

        await RecordAsync(session, engagement, entry);
        return null;
    }

    /// <summary>Replaces the revision before this one.</summary>
    /// <returns>Null where it is stored now; else the live engagement that the pair got meanwhile (a closed one was to be reopened).</returns>
    /// <exception cref="InvalidOperationException">The stored revision is another: the caller has not read it in this session.</exception>
    public static async Task<Guid?> UpdateAsync(WriteSession session, Engagement engagement, EngagementEntry entry)
    {
        try
        {
            if (await session.RunAsync(Update, EngagementRow.Of(engagement)) != 1)
            {
                throw new InvalidOperationException($"Engagement {engagement.Id} is not at revision {engagement.Revision - 1}.");
            }
        }
        catch (DbException e) when (session.Dialect.IsUniqueViolation(e))
        {
            return await LiveOfPairAsync(session, engagement);
        }

        if (!engagement.IsLive)
        {
            await MeetingStore.CancelPlannedAsync(session, engagement.Id, engagement.UpdatedAt);
        }

        await RecordAsync(session, engagement, entry);
        return null;
    }

    public static async Task<Engagement?> FindAsync(SqlSession session, Guid id) =>
        (await session.FirstAsync<EngagementRow>($"SELECT {Columns} FROM Engagement e WHERE e.Id = @id", new { id }))?.ToEngagement();

    /// <summary>Newest first. What a side must not know of yet (<see cref="SideSight"/>) does not exist for it.</summary>
    public static async Task<IReadOnlyList<Engagement>> PageAsync(SqlSession session, EngagementFilter filter) =>
        [.. (await session.ListAsync<EngagementRow>(
            $"""
            SELECT {Columns} FROM Engagement e JOIN Listing l ON l.Id = e.ListingId JOIN Need n ON n.Id = e.NeedId
             WHERE (@All = 1
                    OR (@ManagerId IS NOT NULL AND (e.ManagerId = @ManagerId OR e.ManagerId IS NULL))
                    OR ((n.OrganisationId = @OrganisationId OR (n.OrganisationId IS NULL AND n.PostedBy = @AccountId)) AND {SideSight.Stands})
                    OR ((l.OrganisationId = @OrganisationId OR (l.OrganisationId IS NULL AND l.PostedBy = @AccountId)) AND {SideSight.ToListing}))
               AND (@AsBroker = 0
                    OR ((l.OrganisationId IS NULL OR l.OrganisationId NOT IN @Conflicted)
                        AND (n.OrganisationId IS NULL OR n.OrganisationId NOT IN @Conflicted)
                        AND (l.OrganisationId IS NULL OR n.OrganisationId IS NULL OR l.OrganisationId <> n.OrganisationId)))
               AND (@State IS NULL OR e.State = @State)
               AND (@Escalated = 0 OR (e.ManagerId IS NULL AND e.State <> 'closed' AND EXISTS (SELECT 1 FROM DispatchEscalation x WHERE x.EngagementId = e.Id)))
               AND (@UncoveredAt IS NULL OR (e.ManagerId IS NOT NULL AND e.State NOT IN ('closed', 'signed') AND (
                    NOT EXISTS (SELECT 1 FROM Account a WHERE a.Id = e.ManagerId AND {ManagerStore.IsManager})
                    OR EXISTS (SELECT 1 FROM ManagerAbsence b WHERE b.AccountId = e.ManagerId AND b.StartsAt <= @UncoveredAt AND b.EndsAt > @UncoveredAt))))
               AND (@Before IS NULL OR e.CreatedAt < @Before OR (e.CreatedAt = @Before AND e.Id < @BeforeId))
             ORDER BY e.CreatedAt DESC, e.Id DESC{session.Dialect.Limit}
            """,
            filter)).Select(r => r.ToEngagement())];

    public static Task<Guid?> LiveOfPairAsync(SqlSession session, Guid listingId, Guid needId) =>
        session.FirstAsync<Guid?>("SELECT Id FROM Engagement WHERE ListingId = @listingId AND NeedId = @needId AND State <> 'closed'", new { listingId, needId });

    /// <summary>Live ones that a manager runs and that no conflict has frozen yet.</summary>
    public static async Task<IReadOnlyList<Engagement>> RunningAsync(SqlSession session, Guid managerId) =>
        [.. (await session.ListAsync<EngagementRow>(
            $"SELECT {Columns} FROM Engagement e WHERE e.ManagerId = @managerId AND e.State <> 'closed' AND e.FrozenFor IS NULL ORDER BY e.CreatedAt, e.Id",
            new { managerId })).Select(r => r.ToEngagement())];

    /// <summary>In the order in which it happened.</summary>
    public static Task<IReadOnlyList<StoredEntry>> LogAsync(SqlSession session, Guid id) =>
        session.ListAsync<StoredEntry>("SELECT Seq, At, ActorId, Action, Details FROM EngagementLog WHERE EngagementId = @id ORDER BY Seq", new { id });

    /// <summary>A listing or need was withdrawn: what is not mutual yet closes with it, in the same transaction.</summary>
    public static async Task CloseForWithdrawalAsync(WriteSession session, EngagementSide side, Guid itemId, DateTimeOffset now, Guid? actorId = null)
    {
        var column = side is EngagementSide.Listing ? "e.ListingId" : "e.NeedId";
        var rows = await session.ListAsync<EngagementRow>($"SELECT {Columns} FROM Engagement e WHERE {column} = @itemId AND e.State <> 'closed'", new { itemId });
        foreach (var engagement in rows.Select(r => r.ToEngagement()))
        {
            if (engagement.CloseForWithdrawal(side, now).Is(out var closed, out _))
            {
                await UpdateAsync(session, closed, new(EngagementAction.Close, actorId, new() { Side = side, Reason = CloseReason.Withdrawn }));
            }
        }
    }

    private static Task<Guid?> LiveOfPairAsync(SqlSession session, Engagement engagement) => LiveOfPairAsync(session, engagement.ListingId, engagement.NeedId);

    private static async Task RecordAsync(WriteSession session, Engagement engagement, EngagementEntry entry)
    {
        session.Record(
            $"engagement.{Codes.Of(entry.Action)}", "engagement", engagement.Id, new { engagement.Revision, State = Codes.Of(engagement.State), engagement.ManagerId });
        await session.RunAsync(
            """
            INSERT INTO EngagementLog (EngagementId, Seq, At, ActorId, Action, Details)
            VALUES (@Id, @Revision, @UpdatedAt, @ActorId, @action, @details)
            """,
            new { engagement.Id, engagement.Revision, engagement.UpdatedAt, entry.ActorId, action = Codes.Of(entry.Action), details = StoredJson.Write(entry.Details) });
        session.Tell("engagementChanged", new { engagementId = engagement.Id }, engagement.UpdatedAt, await ReadersAsync(session, engagement, entry.Action));
        await session.PublishAsync(
            new EngagementChanged { EngagementId = engagement.Id, Revision = engagement.Revision, Action = Codes.Of(entry.Action), At = engagement.UpdatedAt }, engagement.UpdatedAt);
    }

    // What a side must not know of does not exist for it, nor does anything that happens around it. Whom it is given to is the centre's own affair.
    private static async Task<IReadOnlyList<Guid?>> ReadersAsync(SqlSession session, Engagement engagement, EngagementAction action)
    {
        if (action is EngagementAction.Dispatch || !await SideSight.StandsAsync(session, engagement) || await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId) is not { } pair)
        {
            return [];
        }

        var (listing, need) = (pair.ListingOrganisationId ?? pair.ListingPostedBy, pair.NeedOrganisationId ?? pair.NeedPostedBy);
        return await SideSight.IsOpenToListingAsync(session, engagement, pair.NeedVisibility, pair.ListingOrganisationId, pair.ListingPostedBy)
            ? [need, listing]
            : [need];
    }
}
