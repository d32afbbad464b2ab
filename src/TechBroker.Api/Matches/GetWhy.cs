using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Needs;
using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Matches;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Matches;

/// <summary>
/// GET /needs/{id}/matches/{listingId}/why and /listings/{id}/matches/{needId}/why: what each scorer gave to one pair, matched or not, where it
/// stands, the condition that sank it and what it lacks against the best. Worked out in the index as it is now.
/// </summary>
internal sealed class GetWhy(Database database, MarketFeed feed, Reading reading)
{
    public static void MapOfNeed(IEndpointRouteBuilder needs) => Described(
        needs.Get(
            "/{id:guid}/matches/{listingId:guid}/why",
            Rules.MatchesOfNeed,
            (Guid id, Guid listingId, HttpContext http, GetWhy why, CancellationToken ct) => why.HandleAsync(Side.Need, listingId, id, http, ct)),
        "getWhyOfNeed",
        "Why a listing stands where it stands for a need");

    public static void MapOfListing(IEndpointRouteBuilder listings) => Described(
        listings.Get(
            "/{id:guid}/matches/{needId:guid}/why",
            Rules.MatchesOfListing,
            (Guid id, Guid needId, HttpContext http, GetWhy why, CancellationToken ct) => why.HandleAsync(Side.Listing, id, needId, http, ct)),
        "getWhyOfListing",
        "Why a need stands where it stands for a listing");

    private static void Described(RouteHandlerBuilder route, string name, string summary) => route
        .Produces<WhyBody>().ProducesProblem(404).ProducesProblem(409)
        .WithName(name).WithSummary(summary);

    private async Task<IResult> HandleAsync(Side asking, Guid listingId, Guid needId, HttpContext http, CancellationToken ct)
    {
        var (need, scope, refusal) = await database.SnapshotAsync(s => LookAsync(s, asking, listingId, needId, http), ct);
        if (need is null)
        {
            return Problem.Of(refusal!);
        }

        await feed.SyncAsync(ct);
        if (feed.Ask((index, _) => index.Stand(asking, listingId, needId, scope!)) is not { } standing)
        {
            return Problem.Of(MarketError.PairNotMatched());
        }

        if (standing.Pair.NeedRevision != need.Revision)
        {
            // It was changed just now: whether the caller may read it is another question again.
            return await HandleAsync(asking, listingId, needId, http, ct);
        }

        // Reasons quote the need.
        await reading.RecordAsync(http, [need]);
        return new Answer(200, ToBody(standing, http.Request.PrefersEnglish() ? Language.English : Language.Chinese));
    }

    private static async Task<(Need? Need, SearchScope? Scope, MarketError? Refusal)> LookAsync(
        SqlSession session, Side asking, Guid listingId, Guid needId, HttpContext http)
    {
        var reader = await Reading.OfAsync(session, http);
        if (await ListingStore.FindAsync(session, listingId) is not { } listing || !reader.ReadsInFull(listing))
        {
            return (null, null, MarketError.NotFound("listing", listingId));
        }

        // A need of which the caller may know nothing takes the way of one that is not there; one whose text they may not read ends the same.
        var caller = Caller.Of(http);
        return (await Kind.Need.FindAsync(session, needId, caller))?.IsVisibleTo(caller) == true
            && await NeedStore.FindAsync(session, needId) is { } need && await Reading.InFullAsync(session, reader, http, need)
            ? (need, await ScopeAsync(session, asking, reader), null)
            : (null, null, MarketError.NotFound("need", needId));
    }

    // Among a listing's needs only those count that its matches may show.
    private static async Task<SearchScope> ScopeAsync(SqlSession session, Side asking, MarketReader reader) => asking is Side.Need || reader is { Everything: true, Barred.Count: 0 }
        ? SearchScope.Everything
        : new SearchScope { HiddenNeeds = await MatchStore.VisibleHiddenNeedsAsync(session, reader) };

    private static WhyBody ToBody(PairStanding standing, Language language) => new()
    {
        ListingId = standing.Pair.ListingId,
        NeedId = standing.Pair.NeedId,
        ListingRevision = standing.Pair.ListingRevision,
        NeedRevision = standing.Pair.NeedRevision,
        Rank = standing.Rank,
        Of = standing.Of,
        Score = standing.Pair.Score,
        Level = standing.Pair.Level,
        Excluded = Explanation.Exclusion(standing.Pair, language),
        Reasons = ReasonAnswers.Of(standing.Pair.Contributions, language),
        Best = standing is { Best: { } best, Gap: { } gap }
            ? new BetterMatchBody { ListingId = best.ListingId, NeedId = best.NeedId, Score = best.Score, Scorer = gap.Scorer, Behind = gap.Behind }
            : null,
        EngineVersion = standing.Pair.EngineVersion,
    };
}
