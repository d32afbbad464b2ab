using System.Data.Common;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Deals;

/// <summary>Contracts in the database. Every write goes into the log, the audit record, the outbox and, for the parties, the live stream.</summary>
public static class DealStore
{
    private const string Columns = """
        d.Id, d.Revision, d.State, d.EngagementId, d.FollowsDealId, d.CeremonyId, d.ManagerId, d.ContractType, d.SubType, d.Title, d.ContractNumber, d.Field, d.PriceMode,
        d.Currency, d.AmountMinorUnits, d.TechnologyMinorUnits, d.PaymentPlan, d.Terms, d.SignedOn, d.StartsOn, d.EndsOn,
        d.SellerRegion, d.SellerKind, d.BuyerRegion, d.BuyerKind, d.RegistrationNumber, d.RegisteredOn, d.RegistrationPlace,
        d.RefusedOn, d.RefusalReason, d.EndedOn, d.EndReason, d.ReversedAt, d.ReversalReason, d.RecordedBy, d.DecidedBy, d.CreatedAt, d.UpdatedAt
        """;

    private const string InsertDeal = """
        INSERT INTO Deal (Id, Revision, State, EngagementId, FollowsDealId, CeremonyId, ManagerId, ContractType, SubType, Title, ContractNumber, Field, PriceMode,
                          Currency, AmountMinorUnits, TechnologyMinorUnits, PaymentPlan, Terms, SignedOn, StartsOn, EndsOn,
                          SellerRegion, SellerKind, BuyerRegion, BuyerKind, RegistrationNumber, RegisteredOn, RegistrationPlace,
                          RefusedOn, RefusalReason, EndedOn, EndReason, ReversedAt, ReversalReason, RecordedBy, DecidedBy, CreatedAt, UpdatedAt)
        VALUES (@Id, @Revision, @State, @EngagementId, @FollowsDealId, @CeremonyId, @ManagerId, @ContractType, @SubType, @Title, @ContractNumber, @Field, @PriceMode,
                @Currency, @AmountMinorUnits, @TechnologyMinorUnits, @PaymentPlan, @Terms, @SignedOn, @StartsOn, @EndsOn,
                @SellerRegion, @SellerKind, @BuyerRegion, @BuyerKind, @RegistrationNumber, @RegisteredOn, @RegistrationPlace,
                @RefusedOn, @RefusalReason, @EndedOn, @EndReason, @ReversedAt, @ReversalReason, @RecordedBy, @DecidedBy, @CreatedAt, @UpdatedAt)
        """;

    private const string InsertParty = """
        INSERT INTO DealParty (DealId, Ordinal, Side, OrganisationId, AccountId, Name, Kind, RegionCode, CreditCode)
        VALUES (@DealId, @Ordinal, @Side, @OrganisationId, @AccountId, @Name, @Kind, @RegionCode, @CreditCode)
        """;

    // Only the course of it: what was agreed stays as it was recorded.
    private const string Update = """
        UPDATE Deal
           SET Revision = @Revision, State = @State, RegistrationNumber = @RegistrationNumber, RegisteredOn = @RegisteredOn, RegistrationPlace = @RegistrationPlace,
               RefusedOn = @RefusedOn, RefusalReason = @RefusalReason, EndedOn = @EndedOn, EndReason = @EndReason, ReversedAt = @ReversedAt,
               ReversalReason = @ReversalReason, DecidedBy = @DecidedBy, UpdatedAt = @UpdatedAt
         WHERE Id = @Id AND Revision = @Revision - 1
        """;

    private const string InsertLine = """
        INSERT INTO LedgerLine (Seq, DealId, Kind, Day, Currency, AmountMinorUnits, TechnologyMinorUnits, Note, RecordedAt, RecordedBy, ReversesSeq)
        VALUES (@Seq, @DealId, @Kind, @Day, @Currency, @AmountMinorUnits, @TechnologyMinorUnits, @Note, @RecordedAt, @RecordedBy, @ReversesSeq)
        """;

    private const string Lines = "SELECT Seq, DealId, Kind, Day, Currency, AmountMinorUnits, TechnologyMinorUnits, Note, RecordedAt, RecordedBy, ReversesSeq FROM LedgerLine";

    public static async Task InsertAsync(WriteSession session, DealBook book, DealEntry entry)
    {
        await session.RunAsync(InsertDeal, DealRow.Of(book.Deal));
        await session.RunAsync(InsertParty, PartyRow.Of(book.Deal));
        await AppendAsync(session, book, 0);
        await RecordAsync(session, book.Deal, entry);
    }

    /// <summary>Replaces the revision before this one and appends the lines that are new.</summary>
    /// <returns>False where another standing contract has the registration number; nothing is written then.</returns>
    /// <exception cref="InvalidOperationException">The stored revision is another: the caller has not read it in this session.</exception>
    public static async Task<bool> UpdateAsync(WriteSession session, DealBook before, DealBook after, DealEntry entry)
    {
        try
        {
            if (await session.RunAsync(Update, DealRow.Of(after.Deal)) != 1)
            {
                throw new InvalidOperationException($"Deal {after.Deal.Id} is not at revision {after.Deal.Revision - 1}.");
            }
        }
        catch (DbException e) when (session.Dialect.IsUniqueViolation(e))
        {
            return false;
        }

        await AppendAsync(session, after, before.Lines.Count);
        await RecordAsync(session, after.Deal, entry);
        return true;
    }

    public static async Task<DealBook?> FindAsync(SqlSession session, Guid id) =>
        await BooksAsync(session, await session.ListAsync<DealRow>($"SELECT {Columns} FROM Deal d WHERE d.Id = @id", new { id })) is [var book] ? book : null;

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<DealBook>> PageAsync(SqlSession session, DealFilter filter) => await BooksAsync(session, await session.ListAsync<DealRow>(
        $"""
        SELECT {Columns} FROM Deal d
         WHERE (@All = 1 OR EXISTS (
                   SELECT 1 FROM DealParty p WHERE p.DealId = d.Id AND (p.OrganisationId = @ReaderOrganisationId OR p.AccountId = @ReaderId)))
           AND (@State IS NULL OR d.State = @State)
           AND (@ContractType IS NULL OR d.ContractType = @ContractType)
           AND (@ManagerId IS NULL OR d.ManagerId = @ManagerId)
           AND (@OrganisationId IS NULL OR EXISTS (SELECT 1 FROM DealParty p WHERE p.DealId = d.Id AND p.OrganisationId = @OrganisationId))
           AND (@From IS NULL OR d.SignedOn >= @From)
           AND (@To IS NULL OR d.SignedOn <= @To)
           AND (@Before IS NULL OR d.CreatedAt < @Before OR (d.CreatedAt = @Before AND d.Id < @BeforeId))
         ORDER BY d.CreatedAt DESC, d.Id DESC{session.Dialect.Limit}
        """,
        filter));

    /// <summary>The contracts of an engagement that stand or wait for approval, oldest first.</summary>
    public static async Task<IReadOnlyList<Deal>> LiveOfEngagementAsync(SqlSession session, Guid engagementId) =>
        [.. (await BooksAsync(session, await session.ListAsync<DealRow>(
            $"SELECT {Columns} FROM Deal d WHERE d.EngagementId = @engagementId AND d.State NOT IN ('rejected', 'reversed') ORDER BY d.CreatedAt, d.Id", new { engagementId })))
            .Select(b => b.Deal)];

    /// <summary>One that stands or waits for approval and follows this one; null where none does.</summary>
    public static Task<Guid?> FollowerAsync(SqlSession session, Guid id) =>
        session.FirstAsync<Guid?>("SELECT Id FROM Deal WHERE FollowsDealId = @id AND State NOT IN ('rejected', 'reversed') ORDER BY CreatedAt, Id", new { id });

    /// <summary>Oldest first.</summary>
    public static Task<IReadOnlyList<StoredDealEntry>> LogAsync(SqlSession session, Guid id) =>
        session.ListAsync<StoredDealEntry>("SELECT Seq, At, ActorId, Action, Details FROM DealLog WHERE DealId = @id ORDER BY Seq", new { id });

    private static async Task<IReadOnlyList<DealBook>> BooksAsync(SqlSession session, IReadOnlyList<DealRow> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.Select(r => r.Id.ToString("D")).ToArray();
        var parties = (await session.ListAsync<PartyRow>(
            "SELECT DealId, Ordinal, Side, OrganisationId, AccountId, Name, Kind, RegionCode, CreditCode FROM DealParty WHERE DealId IN @ids ORDER BY DealId, Ordinal", new { ids }))
            .ToLookup(p => p.DealId, p => p.ToParty());
        var lines = (await session.ListAsync<LineRow>($"{Lines} WHERE DealId IN @ids ORDER BY DealId, Seq", new { ids })).ToLookup(l => l.DealId);
        return [.. rows.Select(r => new DealBook(r.ToDeal([.. parties[r.Id]]), LineRow.ToLines(lines[r.Id])))];
    }

    private static async Task AppendAsync(WriteSession session, DealBook book, int known)
    {
        var added = book.Lines.Count - known;
        if (added == 0)
        {
            return;
        }

        var id = book.Deal.Id;
        var seqs = (await session.ListAsync<long>("SELECT Seq FROM LedgerLine WHERE DealId = @id ORDER BY Seq", new { id })).ToList();
        var last = await session.FirstAsync<long>(session.Dialect.TakeFromCounter, new { name = "ledger", count = added });
        seqs.AddRange(Enumerable.Range(0, added).Select(i => last - added + 1 + i));
        await session.RunAsync(InsertLine, book.Lines.Skip(known).Select(l => LineRow.Of(book.Deal, l, seqs)));
    }

    private static async Task RecordAsync(WriteSession session, Deal deal, DealEntry entry)
    {
        var action = Codes.Of(entry.Action);
        session.Record($"deal.{action}", "deal", deal.Id, new { deal.Revision, State = Codes.Of(deal.State), deal.EngagementId, deal.ManagerId });
        await session.RunAsync(
            "INSERT INTO DealLog (DealId, Seq, At, ActorId, Action, Details) VALUES (@Id, @Revision, @UpdatedAt, @ActorId, @action, @details)",
            new { deal.Id, deal.Revision, deal.UpdatedAt, entry.ActorId, action, details = StoredJson.Write(entry.Details) });
        session.Tell("dealChanged", new { dealId = deal.Id }, deal.UpdatedAt, deal.Parties.SelectMany(p => new[] { p.OrganisationId, p.AccountId }));
        await session.PublishAsync(new DealChanged { DealId = deal.Id, Revision = deal.Revision, Action = action, At = deal.UpdatedAt }, deal.UpdatedAt);
        if (entry.Action is DealAction.Approve || (entry.Action is DealAction.Record && deal.Stands))
        {
            await session.PublishAsync(new DealRecorded { DealId = deal.Id, EngagementId = deal.EngagementId, At = deal.UpdatedAt }, deal.UpdatedAt);
        }
    }
}
