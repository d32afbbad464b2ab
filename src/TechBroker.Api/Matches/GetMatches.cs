using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Matches;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Matches;

/// <summary>GET /listings/{id}/matches and /needs/{id}/matches: current matches with their reasons, best first.</summary>
internal static class GetMatches
{
    private static readonly QueryParameters Parameters = new(
    [
        new("minLevel", "Least level, 1 to 4: 1 unrelated, 2 weak, 3 fairly strong, 4 strong."),
        .. QueryParameters.OfPage.All,
    ]);

    public static void Map(IEndpointRouteBuilder items, Side side) => items
        .Get("/{id:guid}/matches", side is Side.Listing ? Rules.MatchesOfListing : Rules.MatchesOfNeed, (Guid id, HttpContext http, Database database, CancellationToken ct) => PageAsync(id, side, http, database, ct))
        .Produces<Page<MatchBody>>().ProducesProblem(400).ProducesProblem(404)
        .WithName(side is Side.Listing ? "getListingMatches" : "getNeedMatches")
        .WithSummary(side is Side.Listing ? "Needs that a listing may answer" : "Listings that may answer a need")
        .WithMetadata(Parameters);

    private static async Task<IResult> PageAsync(Guid id, Side side, HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var minLevel = query.Number("minLevel", 1, 4) ?? 1;
        var limit = query.Limit();
        var cursor = query.Cursor(c => c.Score is not null);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        (double, Guid)? after = cursor is { Score: { } score } ? (score, cursor.Id) : null;
        var rows = await database.SnapshotAsync(
            async s => await Reading.OfAsync(s, http) is var reader && await MayReadAsync(s, side, id, reader, http)
                ? await MatchStore.PageAsync(s, side, id, reader, minLevel, after, limit + 1)
                : null,
            ct);
        if (rows is null)
        {
            return Problem.Of(MarketError.NotFound(side is Side.Listing ? "listing" : "need", id));
        }

        var page = rows.Take(limit).ToList();
        var language = http.Request.PrefersEnglish() ? Language.English : Language.Chinese;
        return new Answer(200, new Page<MatchBody>
        {
            Items = [.. page.Select(m => ToBody(m, language))],
            Next = rows.Count > limit ? Cursor.Of(query.List, page[^1].Score, page[^1].Id).ToString() : null,
        });
    }

    // A need whose text the caller may not read has no matches for them either: their reasons would tell of it.
    private static async Task<bool> MayReadAsync(SqlSession session, Side side, Guid id, MarketReader reader, HttpContext http) => side is Side.Listing
        ? await ListingStore.FindAsync(session, id) is not null
        : await NeedStore.FindAsync(session, id) is { } need && await Reading.InFullAsync(session, reader, http, need);

    private static MatchBody ToBody(MatchView match, Language language)
    {
        return new MatchBody
        {
            Id = match.Id,
            ListingId = match.ListingId,
            NeedId = match.NeedId,
            ListingRevision = match.ListingRevision,
            NeedRevision = match.NeedRevision,
            Score = match.Score,
            Level = match.Level,
            Reasons = ReasonAnswers.Of(StoredJson.Read<Contribution[]>(match.Contributions), language),
            EngineVersion = match.EngineVersion,
            ListingTitle = match.ListingTitle,
            NeedTitle = match.NeedTitle,
            ScoredAt = match.ScoredAt,
        };
    }
}
