using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Matches;

/// <summary>A stored score of one pair, with what it takes to replay it.</summary>
public sealed record StoredMatch
{
    public required Guid Id { get; init; }

    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    public required int ListingRevision { get; init; }

    public required int NeedRevision { get; init; }

    public required double Score { get; init; }

    public required int Level { get; init; }

    /// <summary>JSON array of <see cref="Contribution"/>.</summary>
    public required string Contributions { get; init; }

    public required string EngineVersion { get; init; }

    /// <summary>The market as it stood: the last change that the score knew of.</summary>
    public required long MarketSeq { get; init; }

    public required DateTimeOffset ScoredAt { get; init; }

    /// <param name="match">A score.</param>
    /// <param name="seq">The last change that it knew of.</param>
    /// <param name="now">When it was made.</param>
    public static StoredMatch Of(Match match, long seq, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        ListingId = match.ListingId,
        NeedId = match.NeedId,
        ListingRevision = match.ListingRevision,
        NeedRevision = match.NeedRevision,
        Score = match.Score,
        Level = match.Level,
        Contributions = StoredJson.Write(match.Contributions),
        EngineVersion = match.EngineVersion,
        MarketSeq = seq,
        ScoredAt = now,
    };
}

/// <summary>The ends of a pair that is proposed now.</summary>
public sealed record ProposedMatch
{
    public required Guid Id { get; init; }

    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    public required int ListingRevision { get; init; }

    public required int NeedRevision { get; init; }

    /// <summary>Organisation or, without one, person.</summary>
    public Guid? ListingOwnerId { get; init; }

    /// <summary>Organisation or, without one, person.</summary>
    public Guid? NeedOwnerId { get; init; }

    /// <summary>open, blind or private.</summary>
    public required string NeedVisibility { get; init; }

    /// <summary>Who may learn of it, besides the centre's staff: of a hidden need only its owner.</summary>
    public IEnumerable<Guid?> Readers => NeedVisibility == "open" ? [NeedOwnerId, ListingOwnerId] : [NeedOwnerId];
}

/// <summary>A match as readers see it, with both titles.</summary>
public sealed record MatchView
{
    public required Guid Id { get; init; }

    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    public required int ListingRevision { get; init; }

    public required int NeedRevision { get; init; }

    public required double Score { get; init; }

    public required int Level { get; init; }

    public required string Contributions { get; init; }

    public required string EngineVersion { get; init; }

    public required DateTimeOffset ScoredAt { get; init; }

    public required string ListingTitle { get; init; }

    public required string NeedTitle { get; init; }
}

/// <summary>Scores of pairs. A row whose revisions are not the current ones, or with an end that is closed or not matched, is history and shown to nobody.</summary>
public static class MatchStore
{
    private const string Current = """
          FROM Match m
          JOIN Listing l ON l.Id = m.ListingId AND l.Revision = m.ListingRevision AND l.State = 'published' AND l.Matched = 1
          JOIN Need n ON n.Id = m.NeedId AND n.Revision = m.NeedRevision AND n.State = 'published' AND n.Matched = 1
        """;

    /// <returns>How many rows were written; late work writes none.</returns>
    public static Task<int> UpsertAsync(WriteSession session, IReadOnlyCollection<StoredMatch> matches) =>
        matches.Count == 0 ? Task.FromResult(0) : session.RunAsync(session.Dialect.UpsertMatch, matches);

    /// <summary>The other ends of the item's pairs that were scored on an earlier revision of it.</summary>
    public static Task<IReadOnlyList<Guid>> OutdatedPartnersAsync(SqlSession session, Side side, Guid id) =>
        session.ListAsync<Guid>(
            side is Side.Listing
                ? "SELECT m.NeedId FROM Match m JOIN Listing l ON l.Id = m.ListingId WHERE m.ListingId = @id AND m.ListingRevision <> l.Revision"
                : "SELECT m.ListingId FROM Match m JOIN Need n ON n.Id = m.NeedId WHERE m.NeedId = @id AND m.NeedRevision <> n.Revision",
            new { id });

    /// <summary>Marks every current match of the item that reaches the level for the first time, and returns those, best first.</summary>
    public static async Task<IReadOnlyList<ProposedMatch>> ProposeAsync(WriteSession session, Side side, Guid id, int level, DateTimeOffset now)
    {
        var ready = await session.ListAsync<ProposedMatch>(
            $"""
            SELECT m.Id, m.ListingId, m.NeedId, m.ListingRevision, m.NeedRevision, 
                   COALESCE(l.OrganisationId, l.PostedBy) AS ListingOwnerId, COALESCE(n.OrganisationId, n.PostedBy) AS NeedOwnerId,
                   n.Visibility AS NeedVisibility
            {Current}
             WHERE {EndOf(side)} = @id AND m.Level >= @level AND m.ProposedAt IS NULL
             ORDER BY m.Score DESC, m.Id
            """,
            new { id, level });
        if (ready.Count > 0)
        {
            await session.RunAsync("UPDATE Match SET ProposedAt = @now WHERE ListingId = @ListingId AND NeedId = @NeedId", ready.Select(m => new { now, m.ListingId, m.NeedId }));
        }

        return ready;
    }

    /// <summary>
    /// Best first; equal scores by id. <paramref name="after"/> is the last match of the page before. A match is shown whole or not at all, so
    /// score and order are the true ones. The need's side is for its owner and the centre's staff alone.
    /// </summary>
    public static Task<IReadOnlyList<MatchView>> PageAsync(
        SqlSession session, Side side, Guid id, MarketReader reader, int minLevel, (double Score, Guid Id)? after, int limit) =>
        session.ListAsync<MatchView>(
            $"""
            SELECT m.Id, m.ListingId, m.NeedId, m.ListingRevision, m.NeedRevision, m.Score, m.Level, m.Contributions, m.EngineVersion,
                   m.ScoredAt, l.Title AS ListingTitle, n.Title AS NeedTitle
            {Current}
             WHERE {EndOf(side)} = @id AND m.Level >= @minLevel{(side is Side.Listing ? OfVisibleNeed(reader) : "")}
               AND (@afterId IS NULL OR m.Score < @afterScore OR (m.Score = @afterScore AND m.Id > @afterId))
             ORDER BY m.Score DESC, m.Id{session.Dialect.Limit}
            """,
            new
            {
                id,
                minLevel,
                afterScore = after?.Score,
                afterId = after?.Id,
                ReaderOrganisationId = reader.OrganisationId,
                ReaderAccountId = reader.AccountId,
                ReaderBarred = reader.Barred.Select(b => b.ToString("D")).ToList(),
                Limit = limit,
            });

    /// <summary>The hidden needs whose matches a listing's readers may see: what <see cref="PageAsync"/> shows of them.</summary>
    public static Task<IReadOnlyList<Guid>> VisibleHiddenNeedsAsync(SqlSession session, MarketReader reader) => session.ListAsync<Guid>(
        $"SELECT n.Id FROM Need n WHERE n.State = 'published' AND n.Matched = 1 AND n.Visibility <> 'open'{OfVisibleNeed(reader)}",
        new
        {
            ReaderOrganisationId = reader.OrganisationId,
            ReaderAccountId = reader.AccountId,
            ReaderBarred = reader.Barred.Select(b => b.ToString("D")).ToList(),
        });

    private static string OfVisibleNeed(MarketReader reader) => reader switch
    {
        { Everything: true, Barred.Count: 0 } => "",
        { Everything: true } => " AND (n.Visibility = 'open' OR n.OrganisationId IS NULL OR n.OrganisationId NOT IN @ReaderBarred)",
        _ => $"""
             AND (n.Visibility = 'open' OR {MarketReader.Owns("n.")} OR EXISTS (
                 SELECT 1 FROM Disclosure d WHERE d.NeedId = n.Id AND (d.ToOrganisationId = @ReaderOrganisationId OR d.ToAccountId = @ReaderAccountId)))
            """,
    };

    private static string EndOf(Side side) => side is Side.Listing ? "m.ListingId" : "m.NeedId";
}
