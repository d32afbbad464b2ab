using TechBroker.Domain;
using TechBroker.Domain.Duplicates;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Duplicates;

/// <summary>Pairs in the database, with who may read of them.</summary>
public static class DuplicateStore
{
    private const string Columns = "d.Id, d.Side, d.AId, d.BId, d.Because, d.Shared, d.OwnerId, d.State, d.KeepId, d.Decision, d.Note, d.FoundAt, d.DecidedAt, d.DecidedBy";

    // To one of the centre's people who has a tie to either owner, or who may not read a need of the pair for an engagement on it, there is no pair.
    private const string IsClear = """
        NOT EXISTS (SELECT 1 FROM Listing x WHERE x.Id IN (d.AId, d.BId) AND x.OrganisationId IN @Conflicted)
        AND NOT EXISTS (SELECT 1 FROM Need x WHERE x.Id IN (d.AId, d.BId) AND (x.OrganisationId IN @Conflicted OR EXISTS (
            SELECT 1 FROM Engagement e JOIN Listing l ON l.Id = e.ListingId WHERE e.NeedId = x.Id AND l.OrganisationId IN @Conflicted)))
        """;

    // A pair that waits for somebody is of no use any more when one of the two has left the market for good.
    private const string IsOfUse = """
        (d.State <> 'open' OR (
            NOT EXISTS (SELECT 1 FROM Listing x WHERE x.Id IN (d.AId, d.BId) AND x.State IN ('withdrawn', 'transferred', 'merged'))
            AND NOT EXISTS (SELECT 1 FROM Need x WHERE x.Id IN (d.AId, d.BId) AND x.State IN ('withdrawn', 'satisfied', 'merged'))))
        """;

    public static async Task InsertAsync(WriteSession session, Duplicate pair)
    {
        var added = await session.RunAsync(
            """
            INSERT INTO Duplicate (Id, Side, AId, BId, Because, Shared, OwnerId, State, FoundAt)
            SELECT @Id, @Side, @AId, @BId, @Because, @Shared, @OwnerId, @State, @FoundAt
             WHERE NOT EXISTS (SELECT 1 FROM Duplicate WHERE AId = @AId AND BId = @BId)
            """,
            Row.Of(pair));
        if (added > 0)
        {
            Record(session, pair, "found");
        }
    }

    /// <param name="session">In which it was read.</param>
    /// <param name="pair">As it is now.</param>
    /// <param name="what">What was done, in the past tense, for the audit record.</param>
    public static async Task UpdateAsync(WriteSession session, Duplicate pair, string what)
    {
        await session.RunAsync(
            """
            UPDATE Duplicate SET Because = @Because, Shared = @Shared, State = @State, KeepId = @KeepId, Decision = @Decision, Note = @Note,
                   DecidedAt = @DecidedAt, DecidedBy = @DecidedBy
             WHERE Id = @Id
            """,
            Row.Of(pair));
        Record(session, pair, what);
    }

    public static async Task<Duplicate?> FindAsync(SqlSession session, Guid id) =>
        (await session.FirstAsync<Row>($"SELECT {Columns} FROM Duplicate d WHERE d.Id = @id", new { id }))?.ToDuplicate();

    public static async Task<IReadOnlyList<Duplicate>> OfItemAsync(SqlSession session, Guid itemId) =>
        [.. (await session.ListAsync<Row>($"SELECT {Columns} FROM Duplicate d WHERE d.AId = @itemId OR d.BId = @itemId", new { itemId })).Select(r => r.ToDuplicate())];

    /// <summary>Whether no conflict of interest closes the pair to somebody of the centre.</summary>
    public static async Task<bool> IsClearAsync(SqlSession session, Guid id, IReadOnlyCollection<string> conflicted) =>
        conflicted.Count == 0 || await session.FirstAsync<int>($"SELECT COUNT(*) FROM Duplicate d WHERE d.Id = @id AND {IsClear}", new { id, Conflicted = conflicted }) > 0;

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<Duplicate>> PageAsync(SqlSession session, DuplicateFilter filter)
    {
        var readable = !filter.All ? "d.OwnerId IN @Owners" : filter.Conflicted.Count == 0 ? "1 = 1" : $"(d.OwnerId IN @Owners OR ({IsClear}))";
        return [.. (await session.ListAsync<Row>(
            $"""
            SELECT {Columns} FROM Duplicate d
             WHERE {readable} AND {IsOfUse} AND (@State IS NULL OR d.State = @State) AND (@Side IS NULL OR d.Side = @Side)
               AND (@Before IS NULL OR d.FoundAt < @Before OR (d.FoundAt = @Before AND d.Id < @BeforeId))
             ORDER BY d.FoundAt DESC, d.Id DESC{session.Dialect.Limit}
            """,
            filter)).Select(r => r.ToDuplicate())];
    }

    private static void Record(WriteSession session, Duplicate pair, string what) => session.Record(
        $"duplicate.{what}", "duplicate", pair.Id, new { pair.Side, pair.AId, pair.BId, pair.Because, pair.State, pair.KeepId, pair.Decision });

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required string Side { get; init; }

        public required Guid AId { get; init; }

        public required Guid BId { get; init; }

        public required string Because { get; init; }

        public required string Shared { get; init; }

        public Guid? OwnerId { get; init; }

        public required string State { get; init; }

        public Guid? KeepId { get; init; }

        public string? Decision { get; init; }

        public string? Note { get; init; }

        public required DateTimeOffset FoundAt { get; init; }

        public DateTimeOffset? DecidedAt { get; init; }

        public Guid? DecidedBy { get; init; }

        public static Row Of(Duplicate pair) => new()
        {
            Id = pair.Id,
            Side = Codes.Of(pair.Side),
            AId = pair.AId,
            BId = pair.BId,
            Because = Codes.Of(pair.Because),
            Shared = pair.Shared,
            OwnerId = pair.OwnerId,
            State = Codes.Of(pair.State),
            KeepId = pair.KeepId,
            Decision = pair.Decision is { } decision ? Codes.Of(decision) : null,
            Note = pair.Note,
            FoundAt = pair.FoundAt,
            DecidedAt = pair.DecidedAt,
            DecidedBy = pair.DecidedBy,
        };

        public Duplicate ToDuplicate() => new()
        {
            Id = Id,
            Side = Codes.Parse<DuplicateSide>(Side),
            AId = AId,
            BId = BId,
            Because = Codes.Parse<DuplicateReason>(Because),
            Shared = Shared,
            OwnerId = OwnerId,
            State = Codes.Parse<DuplicateState>(State),
            KeepId = KeepId,
            Decision = Decision is null ? null : Codes.Parse<DuplicateDecision>(Decision),
            Note = Note,
            FoundAt = FoundAt,
            DecidedAt = DecidedAt,
            DecidedBy = DecidedBy,
        };
    }
}

/// <summary>Which pairs a reader gets. Also the parameters of the statement.</summary>
public sealed record DuplicateFilter
{
    /// <summary>Everybody's, for the centre.</summary>
    public bool All { get; init; }

    /// <summary>The reader's organisation and account ("D"): pairs of theirs are theirs whatever else holds.</summary>
    public IReadOnlyCollection<string> Owners { get; init; } = [];

    /// <summary>Organisations with which the reader has a conflict ("D").</summary>
    public IReadOnlyCollection<string> Conflicted { get; init; } = [];

    public string? State { get; init; }

    public string? Side { get; init; }

    public DateTimeOffset? Before { get; init; }

    public Guid? BeforeId { get; init; }

    public int Limit { get; init; } = 50;
}
