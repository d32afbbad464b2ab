using System.Text.Json;
using TechBroker.Api.Http;
using TechBroker.Api.Matches;
using TechBroker.Matching;

namespace TechBroker.Verbs;

/// <summary>Why a listing stands where it stands for a need: what each scorer gave, the condition that sank it, and what it lacks against the best.</summary>
internal static class WhyNot
{
    /// <returns>One JSON object.</returns>
    /// <exception cref="UsageException">An id stands in neither file.</exception>
    public static string Of(MarketIndex index, MarketFile listings, MarketFile needs, string listingName, string needName, Language language)
    {
        var listing = listings.IdOf(listingName) ?? throw new UsageException($"--why: there is no listing {listingName} in the file.");
        var need = needs.IdOf(needName) ?? throw new UsageException($"--why: there is no need {needName} in the file.");
        var standing = index.Stand(Side.Need, listing, need, SearchScope.Everything)!;
        return JsonSerializer.Serialize(
            new
            {
                NeedId = needName,
                ListingId = listingName,
                standing.Rank,
                standing.Of,
                standing.Pair.Score,
                standing.Pair.Level,
                Excluded = Explanation.Exclusion(standing.Pair, language),
                Reasons = ReasonAnswers.Of(standing.Pair.Contributions, language),
                Best = standing is { Best: { } best, Gap: { } gap } ? new { ListingId = listings.NameOf(best.ListingId), best.Score, gap.Scorer, gap.Behind } : null,
            },
            ApiJson.Options);
    }
}
